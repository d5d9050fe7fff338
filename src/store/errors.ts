/**
 * `in-use`: another process serves from the same file. `newer`: a later version wrote the database.
 * `migration`: it could not be brought up to date. `unreachable`: no connection. `no-key`: nothing can be
 * sealed without ENCRYPTION_KEY. `unknown-key`, `damaged`: a sealed value cannot be opened; `damaged` is
 * also a file that is no sound database. `nothing`: there is no database to copy.
 */
export type StoreErrorCode =
  | 'in-use'
  | 'newer'
  | 'migration'
  | 'unreachable'
  | 'no-key'
  | 'unknown-key'
  | 'damaged'
  | 'nothing';

/** Its message is one sentence for the operator, without secrets. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
