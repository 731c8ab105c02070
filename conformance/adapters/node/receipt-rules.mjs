// REC-2 and REC-4.
import { rules } from './catalogue.mjs';
import { usable } from './facts.mjs';

export function judgeReceipt(message) {
  const { receipt, findings } = message;
  const said = (name, group) => usable(message.part(name, group));
  const outcome = said('Outcome', receipt);
  const severities = [];
  const extensions = message.parts('Extension').filter(({ ok }) => ok).map(({ text }) => text.split(':')[0]);
  for (const finding of message.parts('Finding', receipt)) {
    const count = said('Count', finding);
    if (count !== undefined && BigInt(count) >= 1n) severities.push(said('Severity', finding));
    const rule = said('Rule', finding);
    const known = rule === undefined || rules.has(rule) || extensions.some((id) => rule.startsWith(`${id}-`));
    if (!known) findings.add('MDX-E03', 'Rule');
  }
  if (outcome !== undefined && outcome !== expected(severities)) findings.add('MDX-E01', 'Outcome');
  if (said('Message', receipt) !== said('InReplyTo')) findings.add('MDX-E02', 'InReplyTo');
}

function expected(severities) {
  if (severities.includes('error')) return 'rejected';
  return severities.includes('warning') ? 'acceptedWithWarnings' : 'accepted';
}
