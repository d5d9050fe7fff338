/** Which version of the content the channels were last told about. */

export interface ContentSnapshot {
  /** Hash of the content. */
  readonly version: string;
  /** JSON that the caller understands: what is needed to tell the differences later. */
  readonly snapshot: string;
}

export interface AnnouncedContent {
  /** Undefined before anything was announced: there is nothing to compare with. */
  latest(): Promise<(ContentSnapshot & { readonly announcedAt: Date }) | undefined>;
  /**
   * Declares a version announced without telling anyone (the first one, or changes nobody needs to hear
   * of). `publish` and `approve` do it for theirs.
   */
  save(snapshot: ContentSnapshot, now: Date): Promise<void>;
}
