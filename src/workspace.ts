/** What a workspace decided and what its people told: the part of the store that platforms may see. */
import type { Store } from './store/store.ts';

export type Workspace = Pick<
  Store,
  'answeredMessages' | 'experts' | 'feedback' | 'pendingQuestions' | 'preferences' | 'recents' | 'settings'
>;

/** What knows where the app is installed. */
export type InstallationStores = Pick<
  Store,
  'channels' | 'events' | 'forgetWorkspace' | 'installations' | 'organisations'
>;

export type PendingQuestions = Store['pendingQuestions'];

export type { ExpertRequest } from './store/experts.ts';
export { feedbackReasons, type Opinion } from './store/feedback.ts';
export type { WorkspaceSettings } from './store/settings.ts';
