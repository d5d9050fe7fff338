/** Cards for the tests of the Teams renderer. */
import { type Card, type CardElement, plain } from '../../src/cards/card.ts';

export const help = { intent: 'help', args: {}, language: 'en' } as const;

export function cardOf(...elements: CardElement[]): Card {
  return { language: 'en', summary: 'A summary', elements };
}

/** One element of every type, each with the same text wherever a text can stand. */
export function everyElement(text: string, url = 'https://example.com/a'): Card {
  const source = { id: 's', title: text, publisher: text, url, date: '2019-06' };
  return {
    language: 'en',
    summary: text,
    elements: [
      { type: 'context', text: plain(text) },
      { type: 'title', text },
      {
        type: 'text',
        text: [
          { type: 'text', value: text, strong: true },
          { type: 'link', value: text, url },
          { type: 'text', value: text, emphasis: true },
        ],
      },
      { type: 'text', text: plain(text) },
      { type: 'notice', tone: 'warning', text: plain(text) },
      {
        type: 'facts',
        facts: [{ label: text, value: [...plain(text), { type: 'link', value: text, url }] }],
      },
      { type: 'list', ordered: true, items: [plain(text), [{ type: 'link', value: text, url }]] },
      { type: 'table', caption: text, columns: [text, text], rows: [[text, text]] },
      { type: 'table', caption: text, columns: [text, text, text, text], rows: [[text, text, text, text]] },
      { type: 'image', url: 'https://example.com/a.png', alt: text },
      { type: 'sources', label: text, asOf: text, sources: [source, source] },
      {
        type: 'actions',
        actions: [
          {
            type: 'call',
            label: text,
            call: { intent: 'ask', args: { text }, language: 'en' },
            primary: true,
          },
          { type: 'open', label: text, url },
          { type: 'share', label: text, call: help },
          { type: 'markdown', label: text, call: help },
        ],
      },
    ],
  };
}

/** Every text of a payload that a client reads as Markdown, with the path it stands at. */
export function markdownTexts(value: unknown, type = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => markdownTexts(item, type));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && typeof value.type === 'string' ? value.type : type;
  return Object.entries(value).flatMap(([key, child]) => {
    if (typeof child === 'string') {
      const isMarkdown =
        (own === 'TextBlock' && key === 'text') || (own === 'FactSet' && ['title', 'value'].includes(key));
      return isMarkdown ? [child] : [];
    }
    return key === 'data' ? [] : markdownTexts(child, own);
  });
}
