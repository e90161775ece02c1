/** Kept beside a run of a story that was begun again from the record: the last run before it. */
export type RunMemo = { readonly follows: string }
