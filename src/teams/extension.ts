/** What a message extension shows and inserts. Pure. */
import type { InvokeResponse } from 'botbuilder';
import { toWire } from '../cards/call.ts';
import type { Card } from '../cards/card.ts';
import { shorten } from '../cards/shorten.ts';
import type { Reply } from '../conversation/types.ts';
import { limits } from './limits.ts';
import { inert } from './markdown.ts';
import { cardMessage } from './reply.ts';
import { strings } from './strings.ts';
import { withoutButtons } from './without-buttons.ts';

/** Answers to choose from; the one that is chosen stands in the person's message. */
export function resultResponse(replies: readonly Reply[]): InvokeResponse {
  const attachments = replies.map(({ card }) => ({
    ...insertable(card),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: previewText(titleOf(card)), text: previewText(card.summary) },
    },
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

function titleOf(card: Card): string {
  const title = card.elements.find((element) => element.type === 'title');
  return title?.type === 'title' ? title.text : card.summary;
}

function previewText(text: string): string {
  return inert(shorten(text, limits.previewText.maximum));
}
