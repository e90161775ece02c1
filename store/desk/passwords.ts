import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the parameters that OWASP names first: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Of a password nobody knows: what an unknown user name is checked against, so that it takes as long as a known one. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$Y29udmV5YW5jZS1ub2JvZHk$0000000000000000000000000000000000000000000'

/** The password's Argon2id hash, salt and cost in it. */
export async function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost)
}

/** Whether the password is the hash's. Without a hash (no such account) it is false, after as long a time. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? nobodysHash, normal(password))
  return right && passwordHash !== undefined
}

/** The same characters however the keyboard composed them. */
function normal(password: string): string {
  return password.normalize('NFKC')
}
