import type { ProcessWords } from '../words.ts'

/** What people read of each refusal of a title grant. */
export const refusals: ProcessWords['refusals'] = {
  'title-grant/authority-missing': {
    says: 'On {today} this university ({province}) has no authority to grant. That the state “explores” such grants empowers nobody by itself.',
    remedy:
      'Have counsel verify the pilot list, the province’s, the ministry’s or the university’s own rule; once verified enter it as the parameter GRANT_AUTHORITY_UNIT and apply again.',
    flips: 'The province’s regulation, the pilot list or an entered rule of the university empowers it.',
  },
  'title-grant/mode-not-covered': {
    says: 'The authority in force ({documents}) does not cover the way of granting applied for.',
    remedy:
      'Choose a way that it covers; or have counsel verify another authority and enter it (parameter GRANT_AUTHORITY_UNIT), e.g. the university’s rule on agreements under Art. 19 of the Transformation Law.',
    flips: 'An authority in force covers this way of granting.',
  },
  'title-grant/authority-unknown': {
    says: '“{document}” is no authority in force; in force are: {inForce}.',
    remedy: 'Name an authority as the parameters do.',
  },
  'title-grant/type-not-covered': {
    says: '{number} is not of a kind of the pilot, and {province} adds no such kind.',
    remedy: 'Check the kind; authorisations of drugs and the like are granted only where the province adds them, as Yunnan does.',
    flips: 'The province’s rule adds the kind.',
  },
  'title-grant/split-does-not-sum': { says: 'The team’s own shares sum to {sum}, not to 10000.', remedy: 'Adjust them to sum to 10000.' },
  'title-grant/member-twice': { says: '“{person}” is in the team twice.', remedy: 'Remove one of the two.' },
  'title-grant/not-natural-person': {
    says: '“{person}” is no natural person and cannot be a contributor.',
    remedy: 'Name the people who made the result.',
  },
  'title-grant/representative-not-member': {
    says: 'The representative “{person}” is no member of the team.',
    remedy: 'Choose one of the members.',
  },
  'title-grant/representative-deceased': { says: 'The representative “{person}” is dead.', remedy: 'Name another one.' },
  'title-grant/heirs-missing': {
    says: '“{person}” is dead, and heirs or their proof are missing.',
    remedy:
      'Name the heirs and the number of the paper original by which they proved their right (no electronic signature on papers of inheritance).',
    flips: 'Heirs and proof are entered.',
  },
  'title-grant/heirs-wrong': {
    says: 'Of the heirs of “{person}”, {heirs} are dead themselves or named twice.',
    remedy: 'Name heirs who are alive, each once.',
    flips: 'Each heir is alive and named once.',
  },
  'title-grant/heirs-of-the-living': {
    says: '“{person}” lives, yet heirs are named.',
    remedy: 'Remove the heirs, or correct the standing.',
  },
  'title-grant/result-twice': { says: '{number} is entered twice.', remedy: 'Remove one of the two.' },
  'title-grant/inventor-left-out': {
    says: '{people}, registered as contributors of {number}, are not in the team.',
    remedy: 'Name every contributor, also who left or died; where the register is wrong, correct it first.',
    flips: 'Every registered contributor is in the team.',
  },
  'title-grant/split-unread': { says: 'The team’s split was not confirmed as read.', remedy: 'Read it, tick, and sign.' },
  'title-grant/mandate-missing': {
    says: 'The representative has no mandate from you.',
    remedy: 'Tick the mandate; if you want another representative, decline and say so.',
  },
  'title-grant/interest-unnamed': { says: 'An interest is declared, but not in what.', remedy: 'Name the company or body.' },
  'title-grant/withdrawal-past': {
    says: 'The agreement is signed; the application cannot be taken back.',
    remedy: 'After signing it ends only by agreement of all parties or by its own terms.',
  },
  'title-grant/parts-do-not-sum': {
    says: 'The parts of university and team sum to {sum}, not to 10000.',
    remedy: 'Adjust them to sum to 10000.',
  },
  'title-grant/shares-missing': {
    says: 'Ownership is applied for without shares of the title.',
    remedy: 'Enter the shares: a stated ratio is co-ownership.',
  },
  'title-grant/shares-of-use-right': {
    says: 'A use right leaves the title where it is, yet shares of the title are entered.',
    remedy: 'Remove them and agree on income alone; or apply for ownership.',
  },
  'title-grant/team-without-share': { says: 'The team’s share of the title is {teamBp}.', remedy: 'Enter a share above 0.' },
  'title-grant/term-missing': { says: 'A use right is applied for without a term.', remedy: 'Enter the term in years.' },
  'title-grant/term-of-ownership': {
    says: 'Ownership has no term, yet {termYears} years are entered.',
    remedy: 'Remove the term; or apply for a use right.',
  },
  'title-grant/term-too-short': {
    says: 'The term is {termYears} years; it must be at least {least}.',
    remedy: 'Make it at least {least} years.',
    flips: 'The term is {least} years or more.',
  },
  'title-grant/term-beyond-life': {
    says: 'The term runs to {until}; {number} ends on {ends}.',
    remedy: 'Shorten the term, or leave that right out.',
    flips: 'The term ends by {ends}.',
  },
  'title-grant/milestone-past': { says: 'The milestone of {day} is not after today ({limit}).', remedy: 'Enter a later day.' },
  'title-grant/milestone-after-term': {
    says: 'The milestone of {day} is after the end of the term ({limit}).',
    remedy: 'Make it earlier, or the term longer.',
  },
  'title-grant/report-too-late': {
    says: 'The first report, {firstReportOn}, must be after today and by {latest}.',
    remedy: 'Enter a day in between: the team reports at least yearly.',
  },
  'title-grant/exit-missing': { says: 'No exit trigger is agreed.', remedy: 'Choose at least one.' },
  'title-grant/valuation-in-future': {
    says: 'The day of valuation, {on}, is after today ({today}).',
    remedy: 'Enter the day of the report.',
  },
  'title-grant/double-incentive': {
    says: 'The transformation “{transformation}” would be rewarded by a share and by an award: one transformation, one incentive.',
    remedy: 'Choose one of the two for it; who chooses the award takes nothing from the share for it.',
    flips: 'Each transformation has one incentive.',
  },
  'title-grant/one-incentive-undeclared': { says: 'The promise of one incentive for one transformation is missing.', remedy: 'Tick it.' },
  'title-grant/result-unknown': {
    says: '{number} is not on the register.',
    remedy: 'Check the number; if it is the university’s, have the office register it first.',
  },
  'title-grant/right-ended': {
    says: 'The right {number} has ended or was transferred.',
    remedy: 'Check it; a right that ended cannot be granted.',
  },
  'title-grant/not-owned-by-university': {
    says: 'The register does not name the university as an owner of {number}.',
    remedy: 'The university grants what is its own; check the register.',
  },
  'title-grant/exclusive-licence': {
    says: 'Since {since} {number} is under an exclusive or sole licence ({holder}), which excludes a grant, recorded or not.',
    remedy: 'Wait until it ends, or end it with the licensee.',
    flips: 'The licence has ended and that is registered.',
  },
  'title-grant/open-licence': {
    says: 'Since {since} {number} is under an open licence, which excludes a grant.',
    remedy: 'Withdraw the declaration and wait for its announcement.',
    flips: 'The withdrawal of the open licence is announced.',
  },
  'title-grant/ownership-disputed': {
    says: 'Since {since} the ownership of {number} is in dispute; change, transfer and pledge formalities rest.',
    remedy: 'Apply when the dispute is over and the proceedings go on.',
    flips: 'The dispute is over and that is registered.',
  },
  'title-grant/preserved': {
    says: 'Since {since} {number} is under preservation; formalities rest.',
    remedy: 'Apply when it is lifted.',
    flips: 'The preservation is lifted and that is registered.',
  },
  'title-grant/pledgee-consent-missing': {
    says: '{number} is pledged, and the pledgee “{pledgee}” did not consent in writing.',
    remedy: 'Obtain the pledgee’s consent for that very number.',
    flips: 'The pledgee consented for that number.',
  },
  'title-grant/consent-for-another-number': {
    says: 'The consent of the pledgee “{pledgee}” is for {given}, not for {number}.',
    remedy: 'Obtain a consent for {number}.',
    flips: 'The pledgee consented for that number.',
  },
  'title-grant/co-owner-consent-missing': {
    says: 'The co-owner “{coOwner}” of {number} did not consent in writing; silence is no consent.',
    remedy: 'Obtain the consent, or choose “ownership unclear or barred”.',
    flips: 'Every co-owner consented in writing.',
  },
  'title-grant/co-owner-share-wrong': {
    says: 'The share of the co-owner “{coOwner}” of {number} is entered as {shareBp}; the register has another.',
    remedy: 'Enter it as the register has it, or leave it empty where the register has none.',
  },
  'title-grant/consent-in-future': {
    says: 'The consent of “{who}” is dated {consentedOn}, after today ({today}).',
    remedy: 'Enter the day of the letter.',
  },
  'title-grant/already-granted': {
    says: 'Since {since} {number} is granted already, or another grant of it was approved.',
    remedy: 'Look at that matter; there is no second grant before the first has ended.',
    flips: 'The other grant has ended.',
  },
  'title-grant/on-negative-list': {
    says: 'Since {since} {number} is on the negative list.',
    remedy: 'Do not apply again before it is delisted; turn to the secrecy office.',
    flips: 'It is delisted.',
  },
  'title-grant/prospect-unclear': {
    says: 'The prospect of application is not clear.',
    remedy: 'Return it, so that the team explains the prospect.',
  },
  'title-grant/taker-unclear': { says: 'The taker “{taker}” is not clear.', remedy: 'Return it, so that the team identifies the taker.' },
  'title-grant/team-unwilling': {
    says: 'The team is not willing enough.',
    remedy: 'Ask the team; the university may transform by itself and award afterwards.',
  },
  'title-grant/ownership-unclear': {
    says: 'The ownership is not clear.',
    remedy: 'Find it out; where that fails choose “ownership unclear or barred”.',
  },
  'title-grant/sponsor-forbids': {
    says: 'The project contract forbids a grant or disposal.',
    remedy: 'Agree a change with the sponsor or client.',
  },
  'title-grant/negative-grounds-missing': { says: 'No ground is named.', remedy: 'Choose at least one.' },
  'title-grant/negative-grounds-found': {
    says: 'Grounds of the negative list are ticked, yet it is cleared.',
    remedy: 'Correct the grounds, or choose “on the negative list”.',
  },
  'title-grant/state-secret': {
    says: 'The result is a state secret and may not be dealt with here.',
    remedy: 'Take it to the classified channel.',
  },
  'title-grant/panel-too-small': { says: '{named} are named; at least {least} are needed.', remedy: 'Name more.' },
  'title-grant/panel-member-twice': { says: '“{person}” is named twice.', remedy: 'Remove one of the two.' },
  'title-grant/panel-conflicted': {
    says: '“{person}” is a contributor, or superior or subordinate of one.',
    remedy: 'Name somebody else.',
  },
  'title-grant/observer-votes': { says: 'The observer “{person}” does not vote.', remedy: 'Take him off the members.' },
  'title-grant/first-instance-again': {
    says: '“{person}” had a part in the first check, review or approval.',
    remedy: 'Name people who had none.',
  },
  'title-grant/gain-undeclared': {
    says: 'The statement of no unlawful gain is missing.',
    remedy: 'State it truthfully; whoever has an interest steps aside.',
  },
  'title-grant/facts-missing': {
    says: 'Nothing is named that the decision rests on.',
    remedy: 'Name at least one paper: it shows diligence.',
  },
  'title-grant/review-used': { says: 'An internal review is possible once, and was asked for.', remedy: 'Apply anew after a change.' },
  'title-grant/review-grounds-missing': { says: 'The review has no grounds.', remedy: 'Give at least one.' },
  'title-grant/terms-differ': {
    says: 'The terms are not those approved and posted.',
    remedy: 'Shares, term, income and consideration stay as applied for; for others apply and post anew.',
    flips: 'Shares, term, income and consideration are those applied for.',
  },
  'title-grant/rights-end-wrong': { says: 'The last right ends on {ends}, not on {rightsEndOn}.', remedy: 'Correct it by the register.' },
  'title-grant/consideration-not-as-named': {
    says: 'The consideration does not fit the outcome chosen: 0 is a grant for nothing, anything else is not.',
    remedy: 'Correct the one or the other.',
  },
  'title-grant/market-price-missing': {
    says: 'A grant for nothing is a deemed sale, and it has neither a market price nor a ground of exemption.',
    remedy: 'Enter the market price, or the ground of exemption.',
  },
  'title-grant/tax-flags-unread': { says: 'Some tax points were not looked at.', remedy: 'Look at each and tick it.' },
  'title-grant/notice-overturned': {
    says: 'The notice {number} was overturned on {on} by a late objection; the agreement may not be signed.',
    remedy: 'Refuse to sign, so that legal gives it up; apply anew afterwards.',
  },
  'title-grant/terms-unread': { says: 'The terms were not confirmed as read.', remedy: 'Read them, tick, and sign.' },
  'title-grant/numbers-missing': {
    says: '{numbers} are not in the filing.',
    remedy: 'File the change of every right that has a register.',
  },
  'title-grant/filed-in-future': { says: 'The day of filing, {filedOn}, is after today ({today}).', remedy: 'Enter it when it is filed.' },
  'title-grant/reply-in-future': {
    says: 'The day of the reply, {repliedOn}, is after today ({today}).',
    remedy: 'Enter it when it has come.',
  },
  'title-grant/registration-day-missing': {
    says: 'The day of registration is missing.',
    remedy: 'Enter it from the notice: the transfer takes effect on registration.',
  },
  'title-grant/registration-before-signing': {
    says: 'The day of registration, {registeredOn}, is before the agreement of {signedOn}.',
    remedy: 'Check the days.',
  },
  'title-grant/overdue-by-time': {
    says: 'That a report is overdue is recorded by time alone.',
    remedy: 'Choose “reported”; where nothing was transformed leave the list empty.',
  },
  'title-grant/transformation-twice': { says: 'The transformation “{reference}” is entered twice.', remedy: 'Enter it once.' },
  'title-grant/hearing-in-future': { says: 'The hearing of {heardOn} is after today ({today}).', remedy: 'Hear the team first.' },
  'title-grant/next-review-missing': { says: 'The months to the next review are missing.', remedy: 'Enter them.' },
  'title-grant/overturned-touches-security': {
    says: 'Security grounds are ticked, yet the agreement stands.',
    remedy: 'Correct the grounds, or choose “put up for recovery”.',
  },
  'title-grant/transformed-not-recoverable': {
    says: 'The team has reported a transformation, or a register has one since signing; nothing is recovered for want of one.',
    remedy: 'Where there is another ground, end the agreement by its terms.',
    flips: 'Neither a yearly report nor a register names a transformation since signing.',
  },
  'title-grant/extension-missing': {
    says: 'Years or plan of the extension are missing.',
    remedy: 'Enter the years and what they are for.',
  },
  'title-grant/not-performing': {
    says: 'No transformation was ever reported: the grant does not perform well and is not extended.',
    remedy: 'Choose “extension refused”.',
    flips: 'A yearly report names a transformation.',
  },
  'title-grant/termination-unsigned': {
    says: '{people} did not sign the termination.',
    remedy: 'After signing it ends by agreement of all who signed; obtain the signatures.',
  },
  'title-grant/termination-in-future': {
    says: 'The day of agreement, {agreedOn}, is after today ({today}).',
    remedy: 'Enter it when it is agreed.',
  },
  'title-grant/disposal-needs-all': {
    says: '{people} did not agree; without an agreed mechanism all but an ordinary licence needs every co-owner.',
    remedy: 'Obtain their consent, or follow the mechanism agreed.',
    flips: 'All agree, or the agreed mechanism is satisfied.',
  },
  'title-grant/disposal-stranger': { says: '{people} are no members of the team.', remedy: 'Check who they are.' },
}
