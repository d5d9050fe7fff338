/** What a person or a channel prefers. */
import type { OpenDatabase } from './databases.ts';
import { prepared } from './prepared.ts';
import type { Tenant } from './tenant.ts';

export interface PreferenceSubject extends Tenant {
  readonly kind: 'person' | 'channel';
  /** Id of the person or channel; never a name. */
  readonly id: string;
}

/** What is absent was not chosen. */
export interface PreferenceValues {
  readonly language?: 'en' | 'fr';
  /** Whether earlier questions may be shown to the person. */
  readonly history?: 'on' | 'off';
}

export interface Preferences {
  of(subject: PreferenceSubject): Promise<PreferenceValues>;
  /** Changes what is given and leaves the rest. */
  change(subject: PreferenceSubject, values: PreferenceValues, now: Date): Promise<void>;
  forget(subject: PreferenceSubject): Promise<void>;
}

type Subject = { platform: Tenant['platform']; workspace: string; kind: 'person' | 'channel'; id: string };

export function createPreferences({ kysely }: OpenDatabase): Preferences {
  const chosen = prepared((value: Subject) =>
    kysely
      .selectFrom('preference')
      .select(['language', 'history'])
      .where('platform', '=', value.platform)
      .where('workspace', '=', value.workspace)
      .where('subject_kind', '=', value.kind)
      .where('subject', '=', value.id),
  );
  return {
    async of({ platform, workspace, kind, id }) {
      const [row] = (await chosen(kysely, { platform, workspace, kind, id })).rows;
      return {
        ...(row?.language && { language: row.language }),
        ...(row?.history && { history: row.history }),
      };
    },
    async change({ platform, workspace, kind, id }, values, now) {
      const written = {
        ...(values.language && { language: values.language }),
        ...(values.history && { history: values.history }),
        updated_at: now.getTime(),
      };
      await kysely
        .insertInto('preference')
        .values({
          platform,
          workspace,
          subject_kind: kind,
          subject: id,
          language: null,
          history: null,
          ...written,
        })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'workspace', 'subject_kind', 'subject']).doUpdateSet(written),
        )
        .execute();
    },
    async forget({ platform, workspace, kind, id }) {
      await kysely
        .deleteFrom('preference')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('subject_kind', '=', kind)
        .where('subject', '=', id)
        .execute();
    },
  };
}
