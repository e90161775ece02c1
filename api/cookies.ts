export const sessionCookie = 'conveyance_session'

/** The value of a cookie in a request's header; undefined where there is none. */
export function findCookie(header: string | undefined, name: string): string | undefined {
  const pair = header
    ?.split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

/** The header that sets the session's cookie: out of scripts' reach, never sent from another site. */
export function setSessionCookie(token: string, seconds: number, secure: boolean): string {
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`
}

/** The header that takes the session's cookie away. */
export function clearSessionCookie(secure: boolean): string {
  return setSessionCookie('', 0, secure)
}
