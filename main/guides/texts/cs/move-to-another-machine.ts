import type { GuideArea } from '../types.ts';

export const moveToAnotherMachine: GuideArea<'move-to-another-machine'> = {
  title: 'Přestěhování na jiný počítač',
  summary:
    'Účty, zařízení, data i to, co každý telefon synchronizoval, se stěhují spolu. Trvá to půl hodiny, během které se žádný telefon nesynchronizuje.',
  intro:
    'Všechno leží v jedné složce. Telefony znají server podle adresy: když zůstane stejná, zůstane stejné i jejich nastavení.',
  needs:
    'Na novém počítači je nainstalovaná stejná verze Pushdesku a nikdy tam neběžela. Po aplikaci s oknem přijde aplikace s oknem, po serveru bez okna server.\nAdresu pro telefony lze nasměrovat na nový počítač.\nPro aplikaci s oknem: po ruce jsou hesla bran, schránek a účtů.',
  'stop-push.title': 'Vypněte push',
  'stop-push.body':
    'Zvolte [[nav.push]] a vypněte [[push.engine.switch]].\nOd této chvíle nedostane upozornění žádný telefon, odtud ani odtamtud, dokud se push zase nezapne.',
  'where.title': 'Najděte složku s daty',
  'where.body':
    'Zvolte [[nav.settings]] a [[settings.section.about]].\nPoznamenejte si složku, která stojí u [[settings.about.data]].',
  'backup.title': 'Udělejte zálohu',
  'backup.body':
    'Zvolte [[nav.settings]] a [[settings.section.backup]].\nStiskněte [[settings.backup.button]]. Kopie leží ve složce s daty, v podsložce **backups**.',
  'end.title': 'Ukončete Pushdesk na starém počítači',
  'end.body':
    'V aplikaci s oknem zvolte [[shell.menu.quit]] v nabídce okna nebo ikony na liště. Zavřít okno nestačí.\nServer ukončete tak, jak byl spuštěn, a dohlédněte, aby ho nic nespustilo znovu.',
  'copy.title': 'Zkopírujte celou složku',
  'copy.body':
    'Zkopírujte složku s daty se vším, co v ní je, na její místo na novém počítači.\nObvyklá místa: **%APPDATA%\\Pushdesk** ve Windows, **~/Library/Application Support/Pushdesk** v macOS, **~/.local/share/pushdesk** v Linuxu. Server může mít kterékoli jiné: určuje ho **--data**.\nVlastní soubory s certifikáty leží jinde: zkopírujte je také.',
  once: 'Nikdy nenechte oba počítače běžet se stejnými daty. Telefony by potkaly dva servery, které vědí něco jiného.',
  'secrets.title': 'Spusťte ho a zadejte hesla znovu',
  'secrets.body':
    'Spusťte Pushdesk na novém počítači.\nServer má klíč v souboru **secrets.key** této složky: nic se nezadává.\nAplikace s oknem pečetí hesla úložištěm klíčů systému, a to zůstává na starém počítači. Zadejte je znovu (přehled říká, kolik jich chybí a kde): pod [[nav.sms]] hesla bran, pod [[nav.accounts]] hesla schránek a pro každý účet to, které mají jeho telefony, pod [[nav.settings]] hesla webhooku, datagramů a pošty.',
  'address.title': 'Přesměrujte adresu',
  'address.body':
    'Nasměrujte název veřejné adresy na nový počítač.\nZvolte [[nav.settings]] a [[settings.section.devices]]. Porovnejte [[settings.devices.public-url]], a když je v poli [[settings.devices.host]] adresa starého počítače, nahraďte ji.\nStiskněte [[common.save]].',
  'check.title': 'Zkontrolujte, pak zapněte push',
  'check.body':
    'Ručně synchronizujte jeden telefon. Jeho relace se objeví pod [[nav.sync]].\nPak zvolte [[nav.push]] a zapněte [[push.engine.switch]].',
  'trouble.1':
    'Server se nespustí a jmenuje soubor s klíčem: **secrets.key** se nezkopíroval, nebo ho mohou číst jiní. Musí mít práva 600.',
  'trouble.2':
    'Telefony serveru nedůvěřují: aplikace s oknem vytvoří vlastní certifikát znovu. Ať každý telefon ještě jednou nainstaluje certifikát autority, jak říká jeho návod.',
  'trouble.3':
    'Telefon v první relaci porovnává všechno: synchronizoval se ještě po vzniku kopie. Nic se tím nezdvojí.',
};
