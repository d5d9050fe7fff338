/** What a person was answered lately, unless they switched that off. */
import type { OpenDatabase } from './databases.ts';
import { prepared } from './prepared.ts';
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

type Key = { platform: Tenant['platform']; workspace: string; person: string };

export function createRecents(database: OpenDatabase): Recents {
  const { kysely } = database;
  const history = prepared((value: Key) =>
    kysely
      .selectFrom('preference')
      .select('history')
      .where('platform', '=', value.platform)
      .where('workspace', '=', value.workspace)
      .where('subject_kind', '=', 'person')
      .where('subject', '=', value.person),
  );
  const put = prepared((value: Key & { call: string; title: string; answered_at: number }) => {
    const { platform, workspace, person, call, title, answered_at } = value;
    return kysely
      .insertInto('recent_answer')
      .values({ platform, workspace, person, call, title, answered_at })
      .onConflict((conflict) =>
        conflict
          .columns(['platform', 'workspace', 'person', 'call'])
          .doUpdateSet({ title: value.title, answered_at: value.answered_at }),
      );
  });
  const older = prepared((value: Key) =>
    kysely
      .selectFrom('recent_answer')
      .select('call')
      .where('platform', '=', value.platform)
      .where('workspace', '=', value.workspace)
      .where('person', '=', value.person)
      .orderBy('answered_at', 'desc')
      .orderBy('call')
      .offset(keptAnswers)
      .limit(100),
  );
  return {
    async add({ platform, workspace, person }, { title, call }, now) {
      const key = { platform, workspace, person };
      await kysely.transaction().execute(async (transaction) => {
        await database.oneAtATime(transaction, `recent ${platform} ${workspace} ${person}`);
        const [preference] = (await history(transaction, key)).rows;
        if (preference?.history === 'off') return;
        await put(transaction, { ...key, call, title, answered_at: now.getTime() });
        const old = (await older(transaction, key)).rows;
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
