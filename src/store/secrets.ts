/**
 * Sealing: what is secret is encrypted before it reaches a table. AES-256-GCM with a key ring, so that
 * keys can be changed without downtime; the identity of the row is authenticated with it, so that a
 * value copied to another row does not open there.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { StoreError } from './errors.ts';

export interface KeyRing {
  /** Id of the key that seals; every key opens. */
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

const keyBytes = 32;
/** The size that AES-GCM is specified for (NIST SP 800-38D, 8.2). */
const nonceBytes = 12;
const tagBytes = 16;
const format = 'v1';

/**
 * @param text `id:key` or several separated by commas, the current one first; a key is 32 random bytes
 *   in base64 (`openssl rand -base64 32`)
 * @throws Error that says what was expected, never what was given
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = new Map<string, Buffer>();
  for (const part of text.split(',')) {
    const match = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=)$/.exec(part.trim());
    if (!match?.[1] || !match[2]) {
      throw new Error('expected id:key, or several separated by commas; a key is 32 bytes in base64');
    }
    if (keys.has(match[1])) throw new Error('expected every key id once');
    keys.set(match[1], Buffer.from(match[2], 'base64'));
  }
  const [current] = keys.keys();
  if (!current || [...keys.values()].some((key) => key.length !== keyBytes)) {
    throw new Error('expected keys of 32 bytes in base64');
  }
  return { current, keys };
}

/** @param row identity of the row and column that will hold it, e.g. `installation/slack/T1` */
export function seal(plain: string, row: string, ring: KeyRing): string {
  const key = ring.keys.get(ring.current);
  if (!key) throw new Error('the current key is not on the ring');
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(additionalData(ring.current, row));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [format, ring.current, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
}

/**
 * @throws StoreError `unknown-key` when its key is not on the ring, `damaged` when it was changed or
 *   belongs to another row
 */
export function open(sealed: string, row: string, ring: KeyRing): string {
  const [version, id = '', nonce = '', body = '', ...rest] = sealed.split('.');
  if (version !== format || rest.length > 0) throw damaged();
  const key = ring.keys.get(id);
  if (!key) {
    throw new StoreError('unknown-key', 'A stored secret was sealed with a key that ENCRYPTION_KEY lacks.');
  }
  const bytes = Buffer.from(body, 'base64url');
  const nonceRead = Buffer.from(nonce, 'base64url');
  if (nonceRead.length !== nonceBytes || bytes.length < tagBytes) throw damaged();
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceRead, { authTagLength: tagBytes });
    decipher.setAAD(additionalData(id, row));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return decipher.update(bytes.subarray(0, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch (error) {
    throw damaged(error);
  }
}

/**
 * The same secret under the current key, so that an earlier key can go.
 * @returns undefined where there is nothing to do: the current key sealed it, or it does not open
 */
export function resealed(sealed: string, row: string, ring: KeyRing): string | undefined {
  if (sealed.split('.')[1] === ring.current) return undefined;
  try {
    return seal(open(sealed, row, ring), row, ring);
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}

/** @throws StoreError `no-key` that says what cannot be kept */
export function requireKeys(ring: KeyRing | undefined, what: string): KeyRing {
  if (ring) return ring;
  throw new StoreError('no-key', `ENCRYPTION_KEY is not set: ${what} cannot be kept without it.`);
}

function additionalData(keyId: string, row: string): Buffer {
  return Buffer.from(JSON.stringify([format, keyId, row]), 'utf8');
}

function damaged(cause?: unknown): StoreError {
  return new StoreError('damaged', 'A stored secret does not open: it was changed, or belongs elsewhere.', {
    cause,
  });
}
