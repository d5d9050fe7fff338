/** Workspaces that installed the Slack app. What holds tokens is sealed as a whole. */
import type { OpenDatabase } from './databases.ts';
import { type KeyRing, open, requireKeys, resealed, seal } from './secrets.ts';
import type { Tenant } from './tenant.ts';

export interface Installations {
  /**
   * Somebody installed the app; an earlier installation is replaced. `workspace` is the enterprise id
   * where an organisation installed it.
   * @param installation JSON that the caller understands
   * @throws StoreError `no-key` when there is no encryption key
   */
  save(tenant: Tenant, installation: string, now: Date): Promise<void>;
  /**
   * Its tokens were exchanged for new ones. One that was removed meanwhile does not come back.
   * @throws StoreError `no-key` when there is no encryption key
   */
  renew(tenant: Tenant, installation: string, now: Date): Promise<void>;
  /** @throws StoreError `no-key`, `unknown-key` or `damaged` when it does not open */
  get(tenant: Tenant): Promise<string | undefined>;
  /** When somebody last installed the app; undefined where it is not installed. */
  installedAt(tenant: Tenant): Promise<Date | undefined>;
  /** No matter whether there is one: uninstalling and revoked tokens are told in either order. */
  remove(tenant: Tenant): Promise<void>;
  /** In order, without what is sealed. */
  list(): Promise<Tenant[]>;
  /**
   * Seals with the current key what an earlier one sealed, so that the earlier one can go.
   * @returns how many were sealed anew; those that do not open stay as they are
   */
  reseal(): Promise<number>;
}

export function createInstallations({ kysely }: OpenDatabase, ring: KeyRing | undefined): Installations {
  const requireRing = () => requireKeys(ring, 'installations');
  return {
    async save(tenant, installation, now) {
      const sealed = seal(installation, rowOf(tenant), requireRing());
      const updated_at = now.getTime();
      await kysely
        .insertInto('installation')
        .values({
          platform: tenant.platform,
          workspace: tenant.workspace,
          sealed,
          installed_at: updated_at,
          updated_at,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'workspace'])
            .doUpdateSet({ sealed, installed_at: updated_at, updated_at }),
        )
        .execute();
    },
    async renew(tenant, installation, now) {
      await kysely
        .updateTable('installation')
        .set({ sealed: seal(installation, rowOf(tenant), requireRing()), updated_at: now.getTime() })
        .where('platform', '=', tenant.platform)
        .where('workspace', '=', tenant.workspace)
        .execute();
    },
    async get(tenant) {
      const row = await kysely
        .selectFrom('installation')
        .select('sealed')
        .where('platform', '=', tenant.platform)
        .where('workspace', '=', tenant.workspace)
        .executeTakeFirst();
      return row && open(row.sealed, rowOf(tenant), requireRing());
    },
    async installedAt({ platform, workspace }) {
      const row = await kysely
        .selectFrom('installation')
        .select('installed_at')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .executeTakeFirst();
      return row && new Date(row.installed_at);
    },
    async remove({ platform, workspace }) {
      await kysely
        .deleteFrom('installation')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .execute();
    },
    async list() {
      const rows = await kysely
        .selectFrom('installation')
        .select(['platform', 'workspace'])
        .orderBy('platform')
        .orderBy('workspace')
        .execute();
      return rows;
    },
    async reseal() {
      const keys = requireRing();
      const rows = await kysely
        .selectFrom('installation')
        .select(['platform', 'workspace', 'sealed'])
        .execute();
      let count = 0;
      for (const row of rows) {
        const sealed = resealed(row.sealed, rowOf(row), keys);
        if (sealed === undefined) continue;
        const result = await kysely
          .updateTable('installation')
          .set({ sealed })
          .where('platform', '=', row.platform)
          .where('workspace', '=', row.workspace)
          // Unless it was saved anew meanwhile.
          .where('sealed', '=', row.sealed)
          .executeTakeFirst();
        count += Number(result.numUpdatedRows);
      }
      return count;
    },
  };
}

/** The identity that is sealed with the value. */
function rowOf({ platform, workspace }: Tenant): string {
  return `installation/${platform}/${workspace}`;
}
