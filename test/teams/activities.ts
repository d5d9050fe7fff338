/** Activities as Teams sends them, named after what they are. */

interface Activity {
  readonly [property: string]: unknown;
}

const bot = { id: '28:00000000-0000-4000-8000-000000000001', name: 'Supercluster Guide' };
const person = {
  id: '29:1person',
  name: 'Ada Lovelace',
  aadObjectId: '11111111-1111-4111-8111-111111111111',
};
let count = 0;

function activity(serviceUrl: string, properties: Activity): Activity {
  count += 1;
  return {
    id: `activity-${count}`,
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2026-11-23T10:00:00Z',
    from: person,
    recipient: bot,
    conversation: { id: 'a:personal-chat', conversationType: 'personal', tenantId: 'tenant-1' },
    channelData: { tenant: { id: 'tenant-1' } },
    locale: 'en-CA',
    ...properties,
  };
}

export function personalMessage(serviceUrl: string, text: string, more: Activity = {}): Activity {
  return activity(serviceUrl, { type: 'message', textFormat: 'plain', text, ...more });
}

const mention = { type: 'mention', text: '<at>Supercluster Guide</at>', mentioned: bot };

export function groupMessage(serviceUrl: string, text: string): Activity {
  return personalMessage(serviceUrl, text, {
    conversation: {
      id: '19:group@thread.v2',
      conversationType: 'groupChat',
      isGroup: true,
      tenantId: 'tenant-1',
    },
    entities: [mention],
  });
}

export function channelMessage(serviceUrl: string, text: string): Activity {
  return personalMessage(serviceUrl, text, {
    conversation: {
      id: '19:channel@thread.tacv2;messageid=1700000000001',
      conversationType: 'channel',
      isGroup: true,
      tenantId: 'tenant-1',
    },
    channelData: { tenant: { id: 'tenant-1' }, team: { id: '19:team@thread.tacv2' } },
    entities: [mention, { type: 'clientInfo', locale: 'en-CA' }],
  });
}

export function invoke(serviceUrl: string, name: string, value: unknown, more: Activity = {}): Activity {
  return activity(serviceUrl, { type: 'invoke', name, value, ...more });
}

export function click(serviceUrl: string, data: unknown, verb = 'call'): Activity {
  return invoke(serviceUrl, 'adaptiveCard/action', {
    action: { type: 'Action.Execute', title: 'Tell me more', verb, data },
    trigger: 'manual',
  });
}

export function installed(serviceUrl: string, more: Activity = {}): Activity {
  return activity(serviceUrl, { type: 'installationUpdate', action: 'add', ...more });
}

export function membersAdded(
  serviceUrl: string,
  members: readonly { readonly id: string }[] = [bot],
): Activity {
  return activity(serviceUrl, { type: 'conversationUpdate', membersAdded: members });
}

export { bot, person };
