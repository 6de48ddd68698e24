import type { GuideArea } from '../types.ts';

export const switchPushFromDevice: GuideArea<'switch-push-from-device'> = {
  title: 'Vypnutí a zapnutí pushe z telefonu',
  summary:
    'Majitel telefonu zastaví jeho upozornění bez správce, na cestu nebo na noc, a zase je obnoví.',
  intro:
    'Telefon řekne, že upozornění nechce, tím, že synchronizuje databázi s názvem **push-off**, a že je zase chce, databází **push-on**. Umí to každý klient SyncML. Ručně se přitom synchronizuje jako dosud.',
  'profile.title': 'Vytvořte v telefonu druhý profil',
  'profile.body':
    'Vytvořte nový profil synchronizace. Když telefon nabídne, že převezme hodnoty jiného, vyberte {profile}; jinak zadejte adresu, uživatelské jméno a heslo znovu.\nPojmenujte ho „Push off“.',
  'off.title': 'Databázi pojmenujte push-off',
  'off.body':
    'Nechte v něm zaškrtnutou jednu složku, nejlépe takovou, která je v telefonu prázdná, třeba poznámky.\nJako název její databáze na serveru zadejte **push-off**.\nSměr nechte obousměrný a uložte.',
  'sync.title': 'Synchronizujte ho, když mají upozornění přestat',
  'sync.body':
    'Vyberte profil „Push off“ a synchronizujte.\nServer nic nepřijme a nic nesmaže. Telefon, jehož složka není prázdná, řekne, že jeho položky nebyly přijaty; přání přesto došlo.',
  'on.title': 'Obnovte upozornění',
  'on.body':
    'Stejně vytvořte třetí profil s názvem „Push on“ a s databází **push-on**.\nSynchronizujte ho, když jsou upozornění zase žádoucí.',
  'see.title': 'Podívejte se do konzole',
  'see.body':
    'Otevřete zařízení. Stojí u něj [[devices.word.paused-by-device]].\nTlačítko [[devices.action.resume]] upozornění obnoví i odtud.',
  admin: 'Pozastavení správcem je nad tím: telefon ho ukončit nemůže.',
  quiet:
    'Pro stejné hodiny každý den jsou jednodušší [[devices.settings.quiet]] v nastavení zařízení: upozornění počkají a po jejich konci odejdou jako jedno.',
};
