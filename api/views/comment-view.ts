import type { CommentView } from '#schemas/api/comment.ts'
import type { Comment } from '#store/desk/comments.ts'
import type { Lookup } from './lookup.ts'

/** A comment, with the names of whoever wrote it and whoever is mentioned. */
export function viewComment({ id, author, visibility, text, mentions, at, on }: Comment, lookup: Lookup): CommentView {
  return {
    id,
    author: lookup.person(author),
    visibility,
    text,
    mentions: mentions.map((one) => lookup.person(one)),
    at: new Date(at).toISOString(),
    on,
  }
}
