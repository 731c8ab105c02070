// Judges a message that was read by the rules on data.
import { judgeDisclosure } from './disclosure.mjs';
import { Facts } from './facts.mjs';
import { judgeHeader } from './header-rules.mjs';
import { judgeReceipt } from './receipt-rules.mjs';
import { judgeRow } from './row-rules.mjs';
import { Siblings } from './siblings.mjs';
import { judgeDatasetUnit, judgeSums } from './sums.mjs';
import { judgeTimes } from './time-rules.mjs';

export function judge(message) {
  if (message.refused || !message.header) return;
  judgeHeader(message);
  if (message.receipt) judgeReceipt(message);
  if (!message.theme) return;
  const facts = new Facts(message);
  judgeDatasetUnit(facts);
  for (const row of message.rows) judgeRow(facts, row);
  const rows = unique(facts);
  if (!message.complete || facts.deletes) return;
  const siblings = new Siblings(facts, rows);
  judgeSums(facts, siblings);
  judgeDisclosure(facts, siblings);
  judgeTimes(facts, rows);
}

/** The rows whose key is known, the first of each key (ROW-2). */
function unique({ message, findings, theme }) {
  const seen = new Map();
  for (const row of message.rows) {
    if (!row.facts.keyKnown) continue;
    const key = theme.key.map((field) => row.values[field.index]).join('\0');
    if (seen.has(key)) findings.add('MDX-V03', theme.measure.name);
    else seen.set(key, row);
  }
  return [...seen.values()];
}
