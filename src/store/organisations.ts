/** Which workspaces use the app through the installation of their organisation (Slack Enterprise). */
import type { OpenDatabase } from './databases.ts';
import type { Tenant } from './tenant.ts';

export interface Organisations {
  /** No matter whether it is known already; a workspace belongs to one organisation. */
  join(member: Tenant, organisation: string): Promise<void>;
  /** The id of the organisation; undefined where the workspace is not known to belong to one. */
  of(member: Tenant): Promise<string | undefined>;
  /** In order. `organisation.workspace` is the id of the organisation. */
  members(organisation: Tenant): Promise<Tenant[]>;
}

export function createOrganisations({ kysely }: OpenDatabase): Organisations {
  return {
    async join({ platform, workspace }, organisation) {
      await kysely
        .insertInto('organisation_member')
        .values({ platform, workspace, organisation })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace']).doUpdateSet({ organisation }))
        .execute();
    },
    async of({ platform, workspace }) {
      const row = await kysely
        .selectFrom('organisation_member')
        .select('organisation')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .executeTakeFirst();
      return row?.organisation;
    },
    members({ platform, workspace }) {
      return kysely
        .selectFrom('organisation_member')
        .select(['platform', 'workspace'])
        .where('platform', '=', platform)
        .where('organisation', '=', workspace)
        .orderBy('workspace')
        .execute();
    },
  };
}
