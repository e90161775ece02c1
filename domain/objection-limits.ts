/** Objections to one notice from one source that may be undecided at a time; who has more to say writes to the contact. */
export const mostPendingBySource = 3

/** Days for which a file stays that was handed in at the public door and that no objection names yet. */
export const evidenceKeptDays = 7

/** Objections to one notice through its page altogether: beyond that the page is being flooded, and letters remain. */
export const mostThroughPage = 50
