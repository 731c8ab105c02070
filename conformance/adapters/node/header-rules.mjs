// MSG-9, MSG-10.
import { editions } from './catalogue.mjs';
import { isPublic, usable } from './facts.mjs';

export function judgeHeader(message) {
  const { findings } = message;
  for (const { ok } of message.parts('Extension')) if (ok) findings.add('MDX-S19', 'Extension');
  const edition = usable(message.part('Edition'));
  if (edition !== undefined && !editions.includes(edition)) findings.add('MDX-V50', 'Edition');
  judgeRounding(message);
  judgeSharing(message);
}

function judgeRounding(message) {
  const rounding = message.part('Rounding');
  if (!rounding?.done || !['NEAREST', 'RANDOM', 'SMALL_CELL'].includes(usable(message.part('Method', rounding)))) return;
  const base = message.part('Base', rounding);
  if (base === undefined || (base.ok && BigInt(base.text) < 2n)) message.findings.add('MDX-V53', 'Base');
}

function judgeSharing(message) {
  const sharing = message.part('Sharing');
  if (!sharing || !isPublic(message)) return;
  if (message.part('PassOnTo', sharing)) message.findings.add('MDX-V61', 'PassOnTo');
  const [embargo, prepared] = [usable(message.part('EmbargoUntil', sharing)), usable(message.part('Prepared'))];
  if (embargo !== undefined && prepared !== undefined && embargo > prepared) message.findings.add('MDX-V61', 'EmbargoUntil');
}
