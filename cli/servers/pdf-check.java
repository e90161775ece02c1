import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** Checks PDF files with veraPDF. Arguments: flavour, files. Writes per file: "FILE i yes|no", then "FAIL i text" per broken rule. */
class PdfCheck {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] args) {
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(args[0]);
    for (int i = 1; i < args.length; i++) {
      try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(args[i]), flavour);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        var result = validator.validate(parser);
        Map<RuleId, TestAssertion> first = new LinkedHashMap<>();
        for (TestAssertion it : result.getTestAssertions()) first.putIfAbsent(it.getRuleId(), it);
        OUT.println("FILE " + (i - 1) + " " + (result.isCompliant() ? "yes" : "no"));
        for (var failed : result.getFailedChecks().entrySet()) {
          RuleId rule = failed.getKey();
          TestAssertion it = first.get(rule);
          String said = it == null ? "" : it.getErrorMessage() == null ? it.getMessage() : it.getErrorMessage();
          String where = it == null || it.getLocation() == null ? "" : " at " + it.getLocation().getContext();
          say(i - 1, rule.getClause() + "-" + rule.getTestNumber() + " (" + failed.getValue() + " times): " + said + where);
        }
      } catch (Exception e) {
        OUT.println("FILE " + (i - 1) + " no");
        say(i - 1, "cannot be read as a PDF: " + e.getMessage());
      }
    }
  }

  private static void say(int file, String text) {
    OUT.println("FAIL " + file + " " + text.replaceAll("\\s+", " "));
  }
}
