import type { SubscriptionSettings } from '../../src/store/subscriptions.ts';

export const weekly: SubscriptionSettings = {
  language: 'en',
  cadence: 'weekly',
  at: '09:00',
  weekday: 1,
  timeZone: 'America/Toronto',
  weekends: 'wait',
};

export const instantly: SubscriptionSettings = {
  language: 'fr',
  cadence: 'instantly',
  at: '09:00',
  weekday: 1,
  timeZone: 'America/Montreal',
  quietHours: { from: '20:00', to: '07:30' },
  weekends: 'deliver',
};
