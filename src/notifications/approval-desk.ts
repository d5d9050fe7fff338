/** Decides on proposals in the channel that is set for it, for every platform alike. */
import type { Card } from '../cards/card.ts';
import type { Bilingual, Language } from '../knowledge/language.ts';
import {
  type Approval,
  approvalItem,
  type Notification,
  type Notifications,
} from '../store/notifications.ts';
import type { Outbox } from '../store/outbox.ts';
import type { Channel } from '../store/tenant.ts';
import { type ApprovalPlace, cardOfProposal, personId, readApproval } from './approval.ts';

export type Decision = 'approve' | 'refuse';

export interface ReadDecision {
  readonly decision: Decision;
  /** Of the proposal. */
  readonly id: string;
  readonly language: Language;
}

export interface DecisionRequest extends ReadDecision {
  /** Where it is said: only one channel counts. */
  readonly channel: Channel;
  readonly person: string;
}

export interface Decided {
  readonly outcome:
    | 'approved'
    | 'refused'
    | 'own-proposal'
    | 'overtaken'
    | 'approved-before'
    | 'refused-before'
    | 'unknown'
    | 'elsewhere';
  /** One sentence for whoever decided. */
  readonly said: string;
  /** The card in the channel as the proposal stands now, where it was announced. */
  readonly announced?: { readonly card: Card; readonly messageId: string };
}

export interface ApprovalDesk {
  /** @returns undefined where the text is something else */
  read(text: string): ReadDecision | undefined;
  /** Deciding twice is deciding once: a redelivery changes nothing. */
  decide(request: DecisionRequest): Promise<Decided>;
}

export interface ApprovalDeskOptions {
  readonly store: {
    readonly notifications: Pick<Notifications, 'get' | 'refuse'>;
    readonly outbox: Pick<Outbox, 'firstPost'>;
  };
  readonly approve: (id: string, by: string) => Promise<Approval>;
  /** Absent: decided in the terminal alone. */
  readonly place: ApprovalPlace | undefined;
  readonly clock: () => Date;
}

const words: Readonly<Record<string, { readonly decision: Decision; readonly language: Language }>> = {
  approve: { decision: 'approve', language: 'en' },
  refuse: { decision: 'refuse', language: 'en' },
  reject: { decision: 'refuse', language: 'en' },
  approuver: { decision: 'approve', language: 'fr' },
  approuve: { decision: 'approve', language: 'fr' },
  refuser: { decision: 'refuse', language: 'fr' },
  rejeter: { decision: 'refuse', language: 'fr' },
};

const strings: Readonly<Record<Decided['outcome'], Bilingual>> = {
  approved: { en: 'Approved: it is being sent.', fr: 'Approuvée\u00A0: l’envoi est en cours.' },
  refused: { en: 'Refused: nothing is sent.', fr: 'Refusée\u00A0: rien n’est envoyé.' },
  'own-proposal': {
    en: 'You have proposed it yourself: a second person has to approve it.',
    fr: 'Vous l’avez proposée vous-même\u00A0: une deuxième personne doit l’approuver.',
  },
  overtaken: {
    en: 'Other changes have been announced since it was proposed: it would repeat or contradict them. Nothing is sent; refuse it, and propose what is left with --changes.',
    fr: 'D’autres changements ont été annoncés depuis qu’elle a été proposée\u00A0: elle les répéterait ou les contredirait. Rien n’est envoyé\u00A0; refusez-la et proposez ce qui reste avec --changes.',
  },
  'approved-before': { en: 'It has been approved already.', fr: 'Elle est déjà approuvée.' },
  'refused-before': { en: 'It has been refused already.', fr: 'Elle est déjà refusée.' },
  unknown: {
    en: 'Nothing awaits approval under this number.',
    fr: 'Rien n’attend d’approbation sous ce numéro.',
  },
  elsewhere: {
    en: 'Notifications are approved in the channel that is set for it, not here.',
    fr: 'Les notifications s’approuvent dans le canal prévu à cet effet, pas ici.',
  },
};

const line = /^\/?(?<word>[a-z]+)\s+(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*[.!]?$/i;

export function createApprovalDesk(options: ApprovalDeskOptions): ApprovalDesk {
  const { store, approve, place, clock } = options;

  async function outcomeOf(request: DecisionRequest): Promise<Decided['outcome']> {
    const { id, decision } = request;
    const person = personId(request.channel.platform, request.person) ?? request.person;
    if (decision === 'approve') {
      const approval = await approve(id, person);
      if (approval !== 'not-awaiting') return approval;
    } else if (await store.notifications.refuse(id, person, clock())) return 'refused';
    const standing = await store.notifications.get(id);
    // Corrections and announcements of proposals are nobody's to decide.
    if (!standing || !isProposal(standing)) return 'unknown';
    return standing.state === 'published' ? 'approved-before' : 'refused-before';
  }

  async function announcedOf(id: string, { channel, language }: ApprovalPlace) {
    const [post, proposal] = await Promise.all([
      store.outbox.firstPost(channel, approvalItem(id)),
      store.notifications.get(id),
    ]);
    const announcement = post && (await store.notifications.get(post.notificationId));
    const approval = announcement && readApproval(announcement.content);
    const card = approval && cardOfProposal(approval, proposal, language);
    return card && { card, messageId: post.messageId };
  }

  return {
    read(text) {
      const { word = '', id = '' } = line.exec(text.trim())?.groups ?? {};
      const read = Object.hasOwn(words, word.toLowerCase()) ? words[word.toLowerCase()] : undefined;
      return read && { ...read, id: id.toLowerCase() };
    },
    async decide(request) {
      const { channel, id, language } = request;
      if (!place || !isSame(place.channel, channel)) {
        return { outcome: 'elsewhere', said: strings.elsewhere[language] };
      }
      const outcome = await outcomeOf(request);
      const announced =
        outcome === 'own-proposal' || outcome === 'overtaken' ? undefined : await announcedOf(id, place);
      return { outcome, said: strings[outcome][language], ...(announced && { announced }) };
    },
  };
}

/** Whether a decision may have been taken on it. */
function isProposal({ kind, approvedBy, cancelledBy }: Notification): boolean {
  return kind !== 'approval' && (approvedBy !== undefined || cancelledBy !== undefined);
}

function isSame(one: Channel, other: Channel): boolean {
  return (
    one.platform === other.platform && one.workspace === other.workspace && one.channel === other.channel
  );
}
