/** What an administrator of a workspace decided. */
import type { Tenant } from './tenant.ts';

export interface WorkspaceSettings {
  /** Where questions nobody could answer are taken to. */
  readonly expertChannel?: string;
  /** Who may subscribe channels: anyone, those who manage the channel, or the listed people. */
  readonly subscribers: 'anyone' | 'managers' | 'listed';
  /** Ids. */
  readonly listedPeople: readonly string[];
  /** Ids of the channels where the bot answers; absent: everywhere. */
  readonly allowedChannels?: readonly string[];
  /** Whether the words of unanswered questions and comments may be kept. */
  readonly keepQuestionText: boolean;
}

export interface Settings {
  /** The defaults (anyone, everywhere, no words kept) where nobody decided. */
  of(tenant: Tenant): Promise<WorkspaceSettings>;
  /** Replaces all; when words may no longer be kept, those kept already are erased with it. */
  save(tenant: Tenant, settings: WorkspaceSettings, by: string, now: Date): Promise<void>;
}
