/** What strings from people and files must pass before Slack sees them. */

/** Control characters but tab and newline, and the marks that change the display order of what follows. */
const invisible = /(?![\t\n])\p{Cc}|\p{Bidi_Control}/gu;

/** Removes control and direction characters and lone surrogates, so that a text shows as what it says. */
export function clean(text: string): string {
  return text.toWellFormed().replaceAll(invisible, '');
}

/** Slack's own three escapes, for the one string that Slack parses: a message's `text`. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The address in its normal form if it is a web address of at most `maximum` characters. */
export function webAddress(
  url: string,
  maximum: number,
  protocols: readonly string[] = ['https:', 'http:'],
): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !protocols.includes(parsed.protocol) || parsed.href.length > maximum) return undefined;
  return parsed.href;
}
