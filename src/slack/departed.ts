/** An event that tells of the app's end somewhere → where, and when. */
import { z } from 'zod';
import type { Departed } from './installations.ts';

const bodySchema = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().optional(),
  /** In seconds since 1970. */
  event_time: z.number().int().positive(),
  authorizations: z
    .array(
      z.object({
        team_id: z.string().nullish(),
        enterprise_id: z.string().nullish(),
        is_enterprise_install: z.boolean().optional(),
      }),
    )
    .optional(),
});

/** Ids of organisations begin with E, those of workspaces with T. */
const isOrganisation = (id: string | null | undefined) => id?.startsWith('E') === true;

export function readDeparted(body: unknown): { readonly departed: Departed; readonly at: Date } | undefined {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { team_id, enterprise_id, event_time, authorizations = [], is_enterprise_install } = parsed.data;
  const [authorization] = authorizations;
  const team = authorization?.team_id ?? team_id;
  const ofOrganisation =
    authorization?.is_enterprise_install ?? is_enterprise_install ?? (!team || isOrganisation(team));
  const organisation =
    authorization?.enterprise_id ?? enterprise_id ?? (isOrganisation(team) ? team : undefined);
  const id = ofOrganisation ? organisation : team;
  if (!id) return undefined;
  // Of a whole second: what was installed within it came before.
  const at = new Date(event_time * 1_000 + 999);
  return { departed: { kind: ofOrganisation ? 'organisation' : 'workspace', id }, at };
}
