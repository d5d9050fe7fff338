/** What a person was answered lately, unless they switched that off. */
import type { OpenDatabase } from './databases.ts';
import type { Tenant } from './tenant.ts';

export interface Person extends Tenant {
  /** Id of the person; never a name. */
  readonly person: string;
}

export interface RecentAnswer {
  /** The title of the card. */
  readonly title: string;
  /** What gives the answer again: small JSON that the caller understands. */
  readonly call: string;
}

export interface Recents {
  /** Nothing where the person's `history` preference is off. */
  add(person: Person, answer: RecentAnswer, now: Date): Promise<void>;
  /** The latest first, each answer once. */
  of(person: Person): Promise<RecentAnswer[]>;
  forget(person: Person): Promise<void>;
}

const keptAnswers = 5;

export function createRecents(database: OpenDatabase): Recents {
  const { kysely } = database;
  return {
    async add({ platform, workspace, person }, { title, call }, now) {
      await kysely.transaction().execute(async (transaction) => {
        await database.oneAtATime(transaction, `recent ${platform} ${workspace} ${person}`);
        const preference = await transaction
          .selectFrom('preference')
          .select('history')
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('subject_kind', '=', 'person')
          .where('subject', '=', person)
          .executeTakeFirst();
        if (preference?.history === 'off') return;
        const written = { title, answered_at: now.getTime() };
        await transaction
          .insertInto('recent_answer')
          .values({ platform, workspace, person, call, ...written })
          .onConflict((conflict) =>
            conflict.columns(['platform', 'workspace', 'person', 'call']).doUpdateSet(written),
          )
          .execute();
        const old = await transaction
          .selectFrom('recent_answer')
          .select('call')
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('person', '=', person)
          .orderBy('answered_at', 'desc')
          .orderBy('call')
          .offset(keptAnswers)
          .limit(100)
          .execute();
        if (old.length === 0) return;
        await transaction
          .deleteFrom('recent_answer')
          .where('platform', '=', platform)
          .where('workspace', '=', workspace)
          .where('person', '=', person)
          .where(
            'call',
            'in',
            old.map((row) => row.call),
          )
          .execute();
      });
    },
    of: ({ platform, workspace, person }) =>
      kysely
        .selectFrom('recent_answer')
        .select(['title', 'call'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('person', '=', person)
        .orderBy('answered_at', 'desc')
        .orderBy('call')
        .limit(keptAnswers)
        .execute(),
    async forget({ platform, workspace, person }) {
      await kysely
        .deleteFrom('recent_answer')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('person', '=', person)
        .execute();
    },
  };
}
