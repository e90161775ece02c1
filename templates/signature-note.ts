import type { Block, Language, SignedBy } from './block.ts'
import { pick, type Both } from './lines.ts'

const electronic: { readonly [by in SignedBy]: Both } = {
  'by-the-parties': {
    zh: '各方同意以电子签名签署本文件（《电子签名法》第三条）；电子签名载于文件之内，各次签名先后为序，其后任何改动均可察知。',
    en: 'The parties agree to sign electronically (Electronic Signature Law, Art. 3); the signatures lie in the file, each covering what stood before it, and any later change can be detected.',
  },
  'by-the-declarant': {
    zh: '声明人以电子签名签署本文件；电子签名载于文件之内，其后任何改动均可察知。',
    en: 'Whoever declares signs electronically; the signature lies in the file, and any later change can be detected.',
  },
}

const demonstration: Both = {
  zh: '演示签名：证书由本系统演示用机构签发，不构成《电子签名法》第十三条所称可靠的电子签名。',
  en: 'Demonstration signature: the certificates come from this system’s demonstration authority and make no reliable electronic signature in the sense of the Electronic Signature Law, Art. 13.',
}

/** What the signatures of a file are worth, below their places. */
export function noteOnSignatures(by: SignedBy, language: Language, isDemonstration: boolean): Block[] {
  const texts = [electronic[by], ...(isDemonstration ? [demonstration] : [])]
  // One note, so that no page end comes between its sentences.
  return [{ kind: 'note', text: texts.map((both) => pick(both, language)).join('\n') }]
}
