import type { PlainDay } from '#domain/day.ts'
import type { Citation } from '#domain/refusal.ts'

/** The two languages every paper can be drawn in; the Chinese one is the original. */
export type Language = 'zh-CN' | 'en'

/** Where the text of a cell or paragraph stands between its edges. */
export type Align = 'left' | 'center' | 'right'

/** A heading; level 1 is the highest below the paper's title. */
export type Heading = { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }

/** Running text; `\n` breaks the line. Chinese paragraphs begin with two empty characters unless `indent` is false. */
export type Paragraph = { readonly kind: 'paragraph'; readonly text: string; readonly indent?: boolean; readonly align?: Align }

/** One labelled value of a form; `wide` keeps the whole line for itself where pairs stand two to a line. */
export type Field = { readonly label: string; readonly value: string; readonly wide?: boolean }

/** A bordered form of labels and values; `columns` is the number of pairs to a line, 1 when absent. */
export type Fields = { readonly kind: 'fields'; readonly rows: readonly Field[]; readonly columns?: 1 | 2 }

/** A table's column; `width` is a weight beside the others (fitted to what the cells hold when none says one). */
export type Column = { readonly title: string; readonly width?: number; readonly align?: Align }

/** A ruled table whose head returns on every page; `total` is a last row in bold. Every row has one cell a column. */
export type Table = {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  readonly total?: readonly string[]
  readonly caption?: string
}

/** Items with bullets or, when ordered, with numbers. */
export type List = { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered: boolean }

/** An article of a contract: `number` as written (`第一条`, `1.1`), its title and text, and the clauses below it. */
export type Clause = {
  readonly kind: 'clause'
  readonly number: string
  readonly title?: string
  readonly text?: string
  readonly children?: readonly Clause[]
}

/** A remark in small type: legal notice, source of a figure, how to object. */
export type Note = { readonly kind: 'note'; readonly text: string }

/** A party who signs; `signLabel` asks for signature or seal, `dateLabel` is the line for the day (`年 月 日`, `Date:`). */
export type SigningParty = {
  readonly title: string
  readonly name?: string
  readonly signLabel?: string
  readonly dateLabel: string
}

/** Places for signature or seal, two parties to a line, never torn apart by a page end. */
export type Signature = { readonly kind: 'signature'; readonly parties: readonly SigningParty[] }

/** The issuer's close at the right: who, the day, and the place of the seal. */
export type Seal = { readonly kind: 'seal'; readonly label: string; readonly issuer?: string; readonly date?: string }

/** A new page from here. */
export type PageBreak = { readonly kind: 'pageBreak' }

/** Empty height in lines of text; one when absent. */
export type Spacer = { readonly kind: 'spacer'; readonly lines?: number }

/** A table of contents: rows of cells, and behind each the page on which its heading stands; every column has its width. */
export type Contents = {
  readonly kind: 'contents'
  readonly columns: readonly Column[]
  readonly pageTitle: string
  readonly rows: readonly { readonly cells: readonly string[]; readonly heading: string }[]
}

/** One piece of a paper, from top to bottom. */
export type Block = Heading | Paragraph | Fields | Table | List | Clause | Note | Signature | Seal | PageBreak | Spacer | Contents

/** A paper ready to be drawn; equal papers give equal bytes. */
export type Paper = {
  readonly title: string
  readonly subtitle?: string
  readonly language: Language
  /** Who issues it; stands above the title. */
  readonly issuer?: string
  readonly matterNumber: string
  readonly documentNumber: string
  /** Office day of issue; the file's dates follow from it. */
  readonly issuedOn: PlainDay
  readonly blocks: readonly Block[]
  /** What the paper says, as canonical JSON (RFC 8785), embedded unchanged. */
  readonly embedded: string
  /** Files that go with it, embedded unchanged. */
  readonly files?: readonly PaperFile[]
  /** Pale word across every page (`样本`, `草稿`, `作废`). */
  readonly watermark?: string
  /** Level of confidence shown at the top (`内部`, `Confidential`). */
  readonly confidentiality?: string
}

/** A file embedded beside the paper's own data. */
export type PaperFile = { readonly name: string; readonly mediaType: string; readonly description: string; readonly bytes: Uint8Array }

/** What a template gives; numbers, issuer and day are added by whoever issues the paper. */
export type Rendered = { readonly title: string; readonly subtitle?: string; readonly blocks: readonly Block[] }

/** A field that a rule requires on the paper, and the strings that must then be found in the paper's text. */
export type RequiredField<Facts> = {
  readonly field: string
  readonly rule: Citation
  readonly find: (facts: Facts, language: Language) => readonly string[]
}

/** Whether parties sign an agreement, or somebody a statement of his own. */
export type SignedBy = 'by-the-parties' | 'by-the-declarant'

/** One kind of paper: typed facts in, blocks out, in both languages. */
export type DocumentTemplate<Facts> = {
  /** `<process>/<paper>` in kebab-case, as the file's path says. */
  readonly name: string
  /** The paper's official title in both languages. */
  readonly official: { readonly zh: string; readonly en: string }
  readonly render: (facts: Facts, language: Language) => Rendered
  readonly requiredFields: readonly RequiredField<Facts>[]
  /** The file is signed electronically, by parties who agreed to it or by whoever declares; what that is worth stands below the places. */
  readonly signedElectronically?: SignedBy
}
