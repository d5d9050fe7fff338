/** What the app may do: asked for at the installation. docs/slack.md says why; a test holds both and the manifest against this. */
export const botScopes = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'links:read',
  'links:write',
  'mpim:history',
  'users:read',
] as const;
