/** Objections to one notice from one source that may be undecided at a time; who has more to say writes to the contact. */
export const mostPendingBySource = 3

/** Objections to one notice through its page altogether: beyond that the page is being flooded, and letters remain. */
export const mostThroughPage = 50
