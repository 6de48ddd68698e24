const HOUR_MS = 3_600_000;

/** An SMS of the office's week. The simulator's phones alone ever get one. */
export interface Letter {
  readonly at: number;
  /** Account that writes it; null for what a phone writes to the office. */
  readonly from: string | null;
  /** Number that it goes to, or that writes it. */
  readonly number: string;
  readonly text: string;
  /**
   * `spare`: by the provider that is off, until it is given up; `dropped`: so, and taken back; `bulk`:
   * after everything else.
   */
  readonly fate?: 'spare' | 'dropped' | 'bulk';
}

const ada = ['ada@example.org', '+48600100201', '+48600100202'] as const;
const jan = ['jan@example.org', '+420601000204', '+420601000210'] as const;
const eva = ['eva@example.org', '+420601000205', '+420601000205'] as const;
const tom = ['tom@example.org', '+447700900206', '+447700900206'] as const;
const lin = ['lin@example.org', '+8613800138207', '+8613800138207'] as const;
const desk = ['office@example.org', '+48600100208', '+48600100208'] as const;
/** It rings no more; now and then somebody writes with it by mistake. */
const oldReception = '+48600100209';

type Person = readonly [address: string, number: string, other: string];
type Line = readonly [
  hoursAgo: number,
  from: Person | null,
  to: Person | string,
  text: string,
  fate?: Letter['fate'],
];

/** Three parts. */
const fireDrill =
  'Fire drill on Thursday at ten. When the bell rings, leave everything where it is, close the windows and walk down the north stairs; the lift stays where it stands. We meet in the car park behind the warehouse, where Eva has the list. Visitors come with whoever they visit. It takes a quarter of an hour, and the coffee afterwards is on the house. Please tell your guests beforehand.';

/** By hours before the end of the week, which is a Thursday afternoon; people write in their hours. */
const lines: readonly Line[] = [
  [165.6, desk, ada, 'Your visitor from Zieliński Transport waits at the desk.'],
  [164.2, ada, jan, 'Can you bring the projector to room 2?'],
  [163.9, jan, ada, 'It is there already.'],
  [161.5, desk, tom, 'A parcel for you, 12 kg. Shall it go up?'],
  [150.4, desk, eva, 'The painters begin on your floor at one.'],
  [149.8, eva, tom, 'I work from room 4 this afternoon.'],
  [146.3, tom, eva, 'The offer to Grant & Co is out.'],
  [144.6, desk, lin, '林先生，您的访客明天上午十点到。'],
  [78.5, desk, ada, 'The lift is out of order until noon.', 'bulk'],
  [78.5, desk, jan, 'The lift is out of order until noon.', 'bulk'],
  [78.5, desk, eva, 'The lift is out of order until noon.', 'bulk'],
  [78.5, desk, tom, 'The lift is out of order until noon.', 'bulk'],
  [77.1, ada, eva, 'Stock-taking is moved to ten.'],
  [76.4, jan, tom, 'Who has the key to the warehouse?'],
  [76.3, tom, jan, 'It hangs behind the desk.'],
  [74.9, desk, jan, 'Dobrý den, technik k topení přijde ve čtvrtek po osmé.'],
  [73.2, eva, ada, 'Lunch at Café Slavia, half past twelve?'],
  [73.1, ada, eva, 'Yes.'],
  [54.7, desk, ada, fireDrill],
  [54.6, desk, tom, fireDrill],
  [53.2, desk, lin, 'Please call the bank back before four.', 'spare'],
  [52.8, ada, tom, 'The printers have sent the wrong size. I send them back.'],
  [50.5, tom, ada, 'Ask for white this time.'],
  [49.3, jan, eva, 'Train at 17:05 from platform 3.'],
  [31.1, desk, eva, 'Your taxi is here.'],
  [30.2, desk, tom, 'The room for the call with Harbour Trading is 2, not 4.'],
  [29.6, tom, desk, 'Could somebody order toner?'],
  [29.5, desk, tom, 'Ordered; it comes on Friday.'],
  [28.4, eva, jan, 'Přijedu až ve čtvrtek ráno, začněte beze mě.'],
  [26.9, ada, desk, 'Two guests tomorrow at nine, Kowalska and Svoboda.'],
  [25.7, lin, tom, 'Samples are on their way, they arrive on Monday.'],
  [7.1, desk, ada, 'The car for the airport comes at 16:30.'],
  [6.4, desk, jan, 'Water is off on your floor from eleven to twelve.'],
  [6.3, desk, jan, 'Water is off on the wrong floor, sorry.', 'dropped'],
  [5.2, desk, lin, 'Your parcel is at the front desk until five.'],
  [4.6, null, lin, 'Thanks, I pick it up at four.'],
  [3.9, ada, eva, 'Can you take the minutes today?'],
  [3.8, eva, ada, 'I can.'],
  [2.7, null, eva, 'The train is late, start without me #jan@example.org#'],
  [1.9, jan, ada, 'The review begins ten minutes later.'],
  [1.2, null, oldReception, 'Hello, is this the bakery? Two rye loaves, please.'],
  [0.6, desk, eva, 'The courier waits for your signature.'],
];

/** The SMS that people write in the week that ends at `end`, oldest first. */
export function planLetters(end: number): Letter[] {
  return lines
    .map(([hoursAgo, from, to, text, fate], index): Letter => {
      // A person with two phones is written to by either.
      const number = typeof to === 'string' ? to : to[from !== null && index % 3 === 0 ? 2 : 1];
      const at = end - Math.round(hoursAgo * HOUR_MS);
      return { at, from: from?.[0] ?? null, number, text, ...(fate && { fate }) };
    })
    .sort((one, other) => one.at - other.at);
}
