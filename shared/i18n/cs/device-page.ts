import type { devicePage as source } from '../en/device-page.ts';
import type { Translated } from '../types.ts';

export const devicePage: Translated<typeof source> = {
  title: 'Pushdesk',
  purpose:
    'Přes tuto adresu telefony a tablety synchronizují kontakty, kalendář, úkoly a poznámky. Není tu nic k vidění.',
  address: 'Do zařízení zadejte jako adresu serveru (SyncML):',
  certificate:
    'Tento server si certifikát vytvořil sám. Aby mu zařízení důvěřovalo, nainstalujte tento certifikát a porovnejte jeho otisk s otiskem v konzoli:',
};
