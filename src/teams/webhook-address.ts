/** Which addresses are webhooks of Power Automate's Workflows; the bot posts to no other. */

/**
 * Hosts and paths as Power Automate and Azure Logic Apps hand them out for the trigger "When a Teams webhook
 * request is received": the present form, and the one before November 2025, which Logic Apps still use
 * (learn.microsoft.com/troubleshoot/power-platform/power-automate/flow-run-issues/triggers-troubleshoot).
 * A signature stands in for a token: without one only people of the tenant may call.
 */
const forms: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  {
    host: /^[a-z0-9]{1,63}\.[a-z0-9]{1,8}\.environment\.api\.powerplatform\.com$/,
    path: /^\/powerautomate\/automations\/direct\/workflows\/[0-9a-z]{1,64}\/triggers\/\w{1,80}\/paths\/invoke\/?$/i,
  },
  {
    host: /^prod-\d{1,4}\.[a-z0-9-]{1,40}\.logic\.azure\.com$/,
    path: /^\/workflows\/[0-9a-z]{1,64}\/triggers\/\w{1,80}\/paths\/invoke\/?$/i,
  },
];

const longest = 1_000;

/** @returns undefined for what is no such address: another host, an IP, another port, userinfo, no signature */
export function readWebhookAddress(text: string): URL | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longest || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  // `:443` is what Power Automate writes, and the default that `URL` leaves out.
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  const isKnown = forms.some(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  if (!isPlain || !isKnown || !url.searchParams.get('sig')) return undefined;
  url.hash = '';
  return url;
}
