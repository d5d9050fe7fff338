/** Slack's message markup → what the person wrote. */

/** `<@U1>`, `<@U1|ann>`, `<#C1|general>`, `<!here>`, `<https://…|label>`. */
const markup = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/** Removes the bot's own mention at the start, and only that; every other mention is part of the question. */
export function withoutOwnMention(text: string, botUserId: string | undefined): string {
  if (botUserId === undefined) return text;
  const [mention = '', user] = /^\s*<@([A-Z0-9]+)(?:\|[^<>]*)?>[\s,:]*/u.exec(text) ?? [];
  return user === botUserId ? text.slice(mention.length) : text;
}

/** Whether the words name this bot, anywhere. */
export function mentions(text: string, botUserId: string | undefined): boolean {
  return botUserId !== undefined && (text.includes(`<@${botUserId}>`) || text.includes(`<@${botUserId}|`));
}

/** Turns mentions and links into their visible text, and Slack's three escapes back into characters. */
export function plainUtterance(text: string): string {
  return text
    .replaceAll(markup, (_, sigil: string, target: string, label: string | undefined) => {
      if (label) return sigil === '@' || sigil === '#' ? `${sigil}${label}` : label;
      return `${sigil === '!' ? '@' : sigil}${target}`;
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
