import { heading, note, owner, when } from '../source.ts';
import type { GuideSource } from '../source.ts';
import { accountValues, addForToday, before, sendLink, troubles, trustServer } from './groups.ts';

/** iPhone and iPad. */
export const ios: GuideSource = {
  clientType: 'ios',
  topic: null,
  blocks: [
    ...before('ios.needs'),
    ...addForToday,
    ...sendLink,
    heading('words.phone'),
    when('own-certificate', owner('ios.certificate')),
    owner('ios.link', 'touch-link'),
    owner('ios.downloaded', 'touch-profile-downloaded'),
    owner('ios.install', 'touch-profile-install'),
    owner('ios.password', 'touch-profile-password'),
    accountValues,
    heading('words.check'),
    owner('ios.look'),
    note('info', 'ios.no-push'),
    ...troubles('ios.trouble.1', 'ios.trouble.2', 'ios.trouble.3'),
  ],
};

/** Android phones and tablets. */
export const android: GuideSource = {
  clientType: 'android',
  topic: null,
  blocks: [
    ...before('android.needs'),
    ...addForToday,
    ...sendLink,
    heading('words.phone'),
    trustServer,
    owner('owner.link', 'touch-link'),
    owner('owner.page', 'touch-page'),
    owner('android.account', 'touch-account-kind'),
    owner('android.fields', 'touch-account-fields'),
    owner('android.dav'),
    owner('android.choose'),
    accountValues,
    heading('words.check'),
    owner('android.look'),
    note('info', 'android.no-push'),
    ...troubles('android.trouble.1', 'android.trouble.2', 'android.trouble.3'),
  ],
};
