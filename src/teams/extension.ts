/** What a message extension shows and inserts. Pure. */
import type { InvokeResponse } from 'botbuilder';
import { toWire } from '../cards/call.ts';
import { type Card, type CardElement, plain, strong } from '../cards/card.ts';
import { shorten } from '../cards/shorten.ts';
import type { Reply } from '../conversation/types.ts';
import { limits } from './limits.ts';
import { inert } from './markdown.ts';
import { cardMessage } from './reply.ts';
import { strings } from './strings.ts';
import { withoutButtons } from './without-buttons.ts';

/**
 * The card under a pasted address, or nothing: Teams then shows the bare address, as everybody else's. An empty
 * list would be nothing too, but Microsoft's Agents Playground breaks down on one.
 */
export function linkResponse(reply: Reply | undefined): InvokeResponse {
  if (!reply) return { status: 200, body: {} };
  const card = insertable(withoutTables(reply.card));
  const preview = previewOf(reply.card);
  // learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/link-unfurling: 1.3 and earlier.
  const attachments = [{ ...card, content: { ...card?.content, version: '1.3' }, preview }];
  return extensionResponse({ type: 'result', attachmentLayout: 'list', attachments });
}

/** Tables came with Adaptive Cards 1.5: each row becomes its name with a list of facts. */
function withoutTables(card: Card): Card {
  return {
    ...card,
    elements: card.elements.flatMap((element): CardElement[] => {
      if (element.type !== 'table') return [element];
      const { caption, columns, rows } = element;
      return [
        ...(caption === '' ? [] : [{ type: 'text' as const, text: strong(caption) }]),
        ...rows.flatMap(([name = '', ...values]): CardElement[] => [
          { type: 'text', text: strong(name) },
          {
            type: 'facts',
            facts: values.map((value, index) => ({ label: columns[index + 1] ?? '', value: plain(value) })),
          },
        ]),
      ];
    }),
  };
}

/** Answers to choose from; the one that is chosen stands in the person's message. */
export function resultResponse(replies: readonly Reply[]): InvokeResponse {
  const attachments = replies.map(({ card }) => ({
    ...insertable(card),
    preview: previewOf(card),
  }));
  return extensionResponse({ type: 'result', attachmentLayout: 'list', attachments });
}

/** A sentence in place of results. */
export function sentenceResponse(text: string): InvokeResponse {
  return extensionResponse({ type: 'message', text });
}

/** A dialog with the answer, and where there is one, a button that inserts it. */
export function dialogResponse(reply: Reply): InvokeResponse {
  const { language, call, outcome } = reply;
  const footer =
    call && outcome === 'answer'
      ? [
          {
            type: 'ActionSet' as const,
            actions: [
              { type: 'Action.Submit' as const, title: strings.insert[language], data: toWire(call) },
            ],
          },
        ]
      : [];
  const [card] = cardMessage(withoutButtons(reply.card), footer).attachments;
  const value = { title: strings.answerTitle[language], width: 'medium', height: 'medium', card };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

function extensionResponse(composeExtension: object): InvokeResponse {
  return { status: 200, body: { composeExtension } };
}

function insertable(card: Card) {
  const [attachment] = cardMessage(withoutButtons(card)).attachments;
  return attachment;
}

function previewOf(card: Card) {
  return {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: { title: previewText(titleOf(card)), text: previewText(card.summary) },
  };
}

function titleOf(card: Card): string {
  const title = card.elements.find((element) => element.type === 'title');
  return title?.type === 'title' ? title.text : card.summary;
}

function previewText(text: string): string {
  return inert(shorten(text, limits.previewText.maximum));
}
