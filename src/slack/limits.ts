/** Block Kit's limits, each with its source, and the check that every message passes before it is sent. */
import type {
  Button,
  FeedbackButtons,
  KnownBlock,
  RichTextBlock,
  RichTextElement,
  TableBlock,
} from '@slack/types';

export interface SlackMessage {
  /** Notifications, screen readers and clients without blocks show this: a full answer by itself. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** `block-kit/…` stands for https://docs.slack.dev/reference/block-kit/…; lengths are UTF-16 units. */
export const limits = {
  /** docs.slack.dev/reference/methods/chat.postMessage: longer text is cut off by Slack. */
  messageText: 40_000,
  /** docs.slack.dev/reference/methods/chat.postMessage recommends 4,000; ours before escaping. */
  messageTextAim: 4_000,
  /** block-kit/blocks */
  blocks: 50,
  /**
   * Undocumented. `msg_blocks_too_long` was met at about 13,200 characters (slackapi/bolt-js#2509) and
   * with 11,341 characters of pure text (#2867), so what counts includes the blocks themselves: we
   * measure the JSON, which is never less than what Slack counts.
   */
  blocksJson: 13_200,
  /** block-kit/blocks/header-block */
  headerText: 150,
  /** block-kit/composition-objects/text-object */
  textObject: 3_000,
  /** block-kit/blocks/section-block */
  sectionFields: 10,
  /** block-kit/blocks/section-block */
  sectionFieldText: 2_000,
  /** block-kit/blocks/context-block */
  contextElements: 10,
  /** block-kit/blocks/actions-block */
  actionsElements: 25,
  /** block-kit/blocks/context-actions-block */
  contextActionsElements: 5,
  /** block-kit/block-elements/button-element (this and the next three) */
  buttonText: 75,
  buttonValue: 2_000,
  buttonUrl: 3_000,
  actionId: 255,
  /** block-kit/composition-objects/confirmation-dialog-object (this and the next two) */
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  /** block-kit/blocks/image-block (this and the next) */
  imageAlt: 2_000,
  imageUrl: 3_000,
  /** Undocumented for links in rich text; the documented limit of every other address is taken. */
  linkUrl: 3_000,
  /** block-kit/blocks/table-block (this and the next three); the header is one of the rows. */
  tableRows: 100,
  tableColumns: 20,
  tableText: 10_000,
  tables: 1,
  /** docs.slack.dev/reference/methods/agents.sessions.setStatus takes 200; more is not read in a list. */
  sessionTitle: 80,
  /** docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
  suggestedPrompts: 4,
  /** Undocumented: that of a button is taken. */
  promptTitle: 75,
} as const;

/** What of a message Slack would refuse, one line each; empty when it can be sent. */
export function limitViolations(message: SlackMessage): string[] {
  const check = new Check();
  check.length('text', message.text.length, limits.messageText);
  check.length('blocks', message.blocks.length, limits.blocks, 0);
  check.length('blocks as JSON', JSON.stringify(message.blocks).length, limits.blocksJson, 0);
  const tables = message.blocks.filter((block) => block.type === 'table');
  check.length('tables', tables.length, limits.tables, 0);
  message.blocks.forEach((block, index) => {
    check.block(block, `blocks[${index}] ${block.type}`);
  });
  return check.found;
}

/** Collects violations; `at` says where in the message. */
export class Check {
  readonly found: string[] = [];
  readonly #actionIds = new Set<string>();

  length(what: string, length: number, most: number, least = 1): void {
    if (length < least) this.found.push(`${what} is too short: ${length} of at least ${least}`);
    if (length > most) this.found.push(`${what} is too long: ${length} of at most ${most}`);
  }

  block(block: KnownBlock, at: string): void {
    switch (block.type) {
      case 'header':
        this.length(`${at} text`, block.text.text.length, limits.headerText);
        break;
      case 'section':
        if (!block.text && !block.fields) this.found.push(`${at} has neither text nor fields`);
        if (block.text) this.length(`${at} text`, block.text.text.length, limits.textObject);
        if (block.fields) this.length(`${at} fields`, block.fields.length, limits.sectionFields);
        for (const field of block.fields ?? []) {
          this.length(`${at} field`, field.text.length, limits.sectionFieldText);
        }
        break;
      case 'context':
        this.length(`${at} elements`, block.elements.length, limits.contextElements);
        for (const element of block.elements) {
          if (element.type === 'image') this.found.push(`${at} image is not in the table of limits`);
          else this.length(`${at} text`, element.text.length, limits.textObject);
        }
        break;
      case 'actions':
        this.length(`${at} elements`, block.elements.length, limits.actionsElements);
        for (const element of block.elements) {
          if (element.type === 'button') this.#button(element, `${at} button`);
          else this.found.push(`${at} ${element.type} is not in the table of limits`);
        }
        break;
      case 'context_actions':
        this.length(`${at} elements`, block.elements.length, limits.contextActionsElements);
        for (const element of block.elements) {
          if (element.type === 'feedback_buttons') this.#feedbackButtons(element, `${at} feedback`);
          else this.found.push(`${at} ${element.type} is not in the table of limits`);
        }
        break;
      case 'image':
        this.length(`${at} alt_text`, block.alt_text.length, limits.imageAlt);
        this.#address(`${at} image_url`, 'image_url' in block ? block.image_url : '', limits.imageUrl);
        break;
      case 'rich_text':
        this.#richText(block, at);
        break;
      case 'table':
        this.#table(block, at);
        break;
      case 'divider':
        break;
      default:
        // A block whose limits nobody looked up is not sent.
        this.found.push(`${at} is not in the table of limits`);
    }
  }

  #actionId(id: string, at: string): void {
    this.length(`${at} action_id`, id.length, limits.actionId);
    if (this.#actionIds.has(id)) this.found.push(`${at} action_id ${id} is used twice`);
    this.#actionIds.add(id);
  }

  /** Their texts and values have no documented limits of their own: those of other buttons are taken. */
  #feedbackButtons(buttons: FeedbackButtons, at: string): void {
    this.#actionId(buttons.action_id ?? '', at);
    for (const { text, value, accessibility_label } of [buttons.positive_button, buttons.negative_button]) {
      this.length(`${at} text`, text.text.length, limits.buttonText);
      this.length(`${at} value`, value.length, limits.buttonValue);
      this.length(`${at} accessibility_label`, accessibility_label?.length ?? 0, limits.buttonText, 0);
    }
  }

  #button(button: Button, at: string): void {
    this.#actionId(button.action_id ?? '', at);
    this.length(`${at} text`, button.text.text.length, limits.buttonText);
    this.length(`${at} value`, button.value?.length ?? 0, limits.buttonValue, 0);
    if (button.url !== undefined) this.#address(`${at} url`, button.url, limits.buttonUrl);
    if (!button.confirm) return;
    const { title, text, confirm, deny } = button.confirm;
    this.length(`${at} confirm title`, title?.text.length ?? 0, limits.confirmTitle);
    this.length(`${at} confirm text`, text.text.length, limits.confirmText);
    for (const choice of [confirm, deny]) {
      this.length(`${at} confirm button`, choice?.text.length ?? 0, limits.confirmButton);
    }
  }

  #table(table: TableBlock, at: string): void {
    this.length(`${at} rows`, table.rows.length, limits.tableRows);
    this.length(`${at} text`, tableLength(table.rows), limits.tableText);
    for (const row of table.rows) {
      this.length(`${at} columns`, row.length, limits.tableColumns);
      for (const cell of row) {
        if (cell.type === 'rich_text') this.#richText(cell, `${at} cell`);
        else this.length(`${at} cell`, cell.text.length, limits.tableText);
      }
    }
  }

  /** Rich text has no documented maximum of its own, but Slack refuses anything empty in it. */
  #richText(block: RichTextBlock, at: string): void {
    this.length(`${at} elements`, block.elements.length, limits.blocksJson);
    for (const element of block.elements) {
      this.length(`${at} ${element.type}`, element.elements.length, limits.blocksJson);
      for (const child of element.elements) {
        if (child.type !== 'rich_text_section') {
          this.#run(child, at);
          continue;
        }
        this.length(`${at} item`, child.elements.length, limits.blocksJson);
        for (const run of child.elements) this.#run(run, at);
      }
    }
  }

  #run(run: RichTextElement, at: string): void {
    if (run.type === 'text') this.length(`${at} text`, run.text.length, limits.blocksJson);
    if (run.type === 'link') this.#address(`${at} link`, run.url, limits.linkUrl);
  }

  #address(what: string, url: string, most: number): void {
    this.length(what, url.length, most);
    if (!/^https?:\/\//.test(url)) this.found.push(`${what} is not a web address`);
  }
}

/** The characters of all cells together, as the table's own limit counts them. */
export function tableLength(rows: TableBlock['rows']): number {
  let length = 0;
  const count = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'text' && typeof value === 'string') length += value.length;
      else count(value);
    }
  };
  count(rows);
  return length;
}
