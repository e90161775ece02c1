/** What a request says of where it comes from. */
export type Origins = {
  readonly origin?: string | undefined
  readonly fetchSite?: string | undefined
  readonly host?: string | undefined
  readonly publicUrl?: string | undefined
}

/**
 * Whether a request that changes something comes from our own pages. Browsers name the site on every such request
 * (Sec-Fetch-Site) or at least the origin; whoever names neither is no browser, and carries nobody's cookie by accident.
 */
export function isSameSite({ origin, fetchSite, host, publicUrl }: Origins): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
  if (origin === undefined) return true
  if (publicUrl !== undefined && URL.canParse(publicUrl) && new URL(publicUrl).origin === origin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
