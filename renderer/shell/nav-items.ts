import {
  IconBellRinging,
  IconBook,
  IconDeviceMobile,
  IconLayoutDashboard,
  IconList,
  IconMessage,
  IconRefresh,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';

/** An entry of the side navigation. */
export interface NavItem {
  readonly to:
    '/' | '/accounts' | '/devices' | '/push' | '/sms' | '/sync' | '/log' | '/guides' | '/settings';
  readonly text:
    | 'nav.overview'
    | 'nav.accounts'
    | 'nav.devices'
    | 'nav.push'
    | 'nav.sms'
    | 'nav.sync'
    | 'nav.log'
    | 'nav.guides'
    | 'nav.settings';
  readonly icon: Icon;
  /** Second key of its shortcut: g, then this. */
  readonly key: string;
}

/** The places of the console, in their order. */
export const navItems: readonly NavItem[] = [
  { to: '/', text: 'nav.overview', icon: IconLayoutDashboard, key: 'o' },
  { to: '/accounts', text: 'nav.accounts', icon: IconUsers, key: 'a' },
  { to: '/devices', text: 'nav.devices', icon: IconDeviceMobile, key: 'd' },
  { to: '/push', text: 'nav.push', icon: IconBellRinging, key: 'p' },
  { to: '/sms', text: 'nav.sms', icon: IconMessage, key: 's' },
  { to: '/sync', text: 'nav.sync', icon: IconRefresh, key: 'y' },
  { to: '/log', text: 'nav.log', icon: IconList, key: 'l' },
  { to: '/guides', text: 'nav.guides', icon: IconBook, key: 'u' },
  { to: '/settings', text: 'nav.settings', icon: IconSettings, key: 'e' },
];
