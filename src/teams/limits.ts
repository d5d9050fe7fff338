/** What Teams allows a message to hold, in one table with the source of each number. */
import type { AdaptiveCardPayload, CardItem } from './adaptive-card-types.ts';

export interface Limit {
  readonly maximum: number;
  readonly source: string;
}

export const limits = {
  /** Buttons of one row (`ActionSet`). */
  actions: {
    maximum: 6,
    source:
      'learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions ' +
      '(six primary actions); the renderer counts them by row (`maxActions` of an ActionCollection)',
  },
  /** UTF-8 bytes of the card as sent. */
  cardBytes: {
    // 256 for what a message puts around its card.
    maximum: 28 * 1024 - 256,
    source:
      'learn.microsoft.com/connectors/teams (28 KB through workflows and webhooks); a bot message may have ' +
      '100 KB of UTF-16, 80 KB recommended (bots/how-to/format-your-bot-messages), which this stays below',
  },
  /** UTF-16 units of a message that is text alone, before its escapes. */
  messageText: {
    maximum: 16_000,
    source:
      'learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages (40 KB of UTF-16 in ' +
      'older versions of the page, 100 KB today): with its escapes this stays below both',
  },
  /** Columns that stay readable on a phone; more become one block per row. */
  tableColumns: {
    maximum: 3,
    source: 'our own choice: a Teams chat on a phone is about 320 px wide',
  },
  /** Characters of a message's summary. */
  summary: {
    maximum: 256,
    source: 'our own choice: a toast shows about two lines; Teams documents no number',
  },
  /** Characters that are read aloud. */
  speak: {
    maximum: 600,
    source: 'our own choice: about forty seconds; Teams documents no number',
  },
  /** Characters of a line in the results of the message extension. */
  previewText: {
    maximum: 160,
    source: 'our own choice: Teams shows about two lines and documents no number',
  },
  /** Characters that Share to Teams puts before a shared address. */
  shareText: {
    maximum: 200,
    source:
      'learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/share-to-teams-from-web-apps (msgText)',
  },
  /** Characters of an address that Teams on Windows opens. */
  deepLink: {
    maximum: 2_048,
    source: 'learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application',
  },
  /** Characters that a button shows whole; what is longer stands in a row that wraps. */
  buttonTitle: {
    maximum: 32,
    source:
      'measured on a card 320 px wide (test/browser/teams-lengths.test.ts): Teams documents no number and ends ' +
      'what does not fit one line with an ellipsis',
  },
  /** Characters of anything that can be pressed. */
  actionTitle: {
    maximum: 160,
    source: 'our own choice: four lines of a phone; Teams documents no number',
  },
} as const satisfies Record<string, Limit>;

export interface TeamsMessage {
  /** The toast and the chat list show it; screen readers read it first. */
  readonly summary: string;
  readonly attachment: {
    readonly contentType: 'application/vnd.microsoft.card.adaptive';
    readonly content: AdaptiveCardPayload;
  };
}

/** The bytes that a value takes in a request. */
export function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8');
}

/** Every rule of Teams that a card breaks, in words for a log; empty when it may be sent. */
export function limitViolations(payload: AdaptiveCardPayload): string[] {
  const violations: string[] = [];
  const bytes = sizeOf(payload);
  if (bytes > limits.cardBytes.maximum) {
    violations.push(`card: ${bytes} bytes, at most ${limits.cardBytes.maximum}`);
  }
  if (payload.body.length === 0) violations.push('card: no elements');
  const items = payload.body.flatMap(withDescendants);
  const buttons = items.flatMap((item) => (item.type === 'ActionSet' ? item.actions : []));
  const rows = items.flatMap((item) => (item.type === 'Container' ? (item.selectAction ?? []) : []));
  for (const item of items) {
    if (item.type === 'ActionSet' && item.actions.length > limits.actions.maximum) {
      violations.push(`actions: ${item.actions.length}, at most ${limits.actions.maximum}`);
    }
  }
  for (const button of buttons) {
    if (button.title.length > limits.buttonTitle.maximum) {
      violations.push(`button: title of ${button.title.length}, at most ${limits.buttonTitle.maximum}`);
    }
  }
  for (const action of [...buttons, ...rows]) {
    if (action.title.trim() === '') violations.push('action: no title');
    if (action.title.length > limits.actionTitle.maximum) {
      violations.push(`action: title of ${action.title.length}, at most ${limits.actionTitle.maximum}`);
    }
    if (action.type === 'Action.OpenUrl' && !isWebAddress(action.url)) violations.push('action: bad url');
  }
  for (const item of items) if (isEmpty(item)) violations.push(`${item.type}: empty`);
  return violations;
}

/** Whether a link may be opened: an absolute http or https address. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

function withDescendants(item: CardItem): CardItem[] {
  const children =
    item.type === 'Container'
      ? item.items
      : item.type === 'Table'
        ? item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.items))
        : [];
  return [item, ...children.flatMap(withDescendants)];
}

/** An element without content leaves a hole on desktops and a blank card on phones. */
function isEmpty(item: CardItem): boolean {
  switch (item.type) {
    case 'TextBlock':
      return item.text.trim() === '';
    case 'RichTextBlock':
      return item.inlines.every((run) => run.text.trim() === '');
    case 'FactSet':
      return item.facts.length === 0;
    case 'Table':
      return item.rows.length === 0 || item.columns.length > limits.tableColumns.maximum;
    case 'Container':
      return item.items.length === 0;
    case 'ActionSet':
      return item.actions.length === 0;
    case 'Input.Text':
      return item.label.trim() === '' || item.errorMessage.trim() === '';
    case 'Input.ChoiceSet':
      return item.label.trim() === '' || item.errorMessage.trim() === '' || item.choices.length === 0;
    case 'Input.Time':
      return item.label.trim() === '';
    case 'Image':
      return !/^https:\/\//.test(item.url) || item.altText.trim() === '';
  }
}
