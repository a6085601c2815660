import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CODEC } from '#event-store';
import type { Codec, Refusal } from '#kernel';
import { AdmitPersonCommand } from '../admit-person/admit-person.command.js';
import { Admissions, type PlannedAdmission } from '../admit-person/admissions.js';
import {
  ImportMembersCommand,
  type ImportedMember,
  type MemberRow,
  type MembersImported,
} from './import-members.command.js';

/** Members admitted at once: their keys in one statement, their records in few flushes. */
const chunkSize = 100;

interface PlannedRow {
  readonly row: number;
  readonly planned: PlannedAdmission;
}
interface RefusedRow {
  readonly accepted: false;
  readonly row: number;
  readonly refusal: Refusal;
}

@CommandHandler(ImportMembersCommand)
export class ImportMembersHandler implements ICommandHandler<ImportMembersCommand> {
  constructor(
    private readonly admissions: Admissions,
    @Inject(CODEC) private readonly codec: Codec,
  ) {}

  async execute(command: ImportMembersCommand): Promise<MembersImported> {
    const members: ImportedMember[] = [];
    for (let from = 0; from < command.rows.length; from += chunkSize) {
      const rows = command.rows.slice(from, from + chunkSize);
      const chunk = await Promise.all(rows.map((row) => this.plan(command, row)));
      const refused = await this.admit(chunk);
      if (refused) return refused;
      for (const { row, planned } of chunk) members.push({ row, person: planned.person, account: planned.account });
      command.onProgress?.(members.length);
    }
    return { accepted: true, members };
  }

  private async plan({ bank, actor, correlation }: ImportMembersCommand, member: MemberRow): Promise<PlannedRow> {
    const { row, hub, since, channel, ...newcomer } = member;
    const key = this.codec.canonical(['member', row]);
    const admission = { bank, who: { newcomer }, hub, since, channel };
    return { row, planned: await this.admissions.plan(new AdmitPersonCommand(admission, actor, key, correlation)) };
  }

  /** Step by step for the whole chunk; the first row that is refused ends it. */
  private async admit(chunk: readonly PlannedRow[]): Promise<RefusedRow | undefined> {
    const obstacle = await firstRefused(chunk, async (planned) =>
      forbiddenBy(await this.admissions.permission(planned)),
    );
    if (obstacle) return obstacle;
    await this.admissions.ensureKeys(chunk.map(({ planned }) => planned));
    return (
      (await firstRefused(chunk, async (planned) =>
        refusalIn(await this.admissions.register(planned, planned.submission.actor)),
      )) ?? (await firstRefused(chunk, async (planned) => refusalIn(await this.admissions.admit(planned))))
    );
  }
}

type Answer = { readonly accepted: true } | { readonly accepted: false; readonly refusal: Refusal } | undefined;

function refusalIn(answer: Answer): Refusal | undefined {
  return answer?.accepted === false ? answer.refusal : undefined;
}

function forbiddenBy(permission: { readonly refusal: Refusal } | object): Refusal | undefined {
  return 'refusal' in permission ? permission.refusal : undefined;
}

async function firstRefused(
  chunk: readonly PlannedRow[],
  step: (planned: PlannedAdmission) => Promise<Refusal | undefined>,
): Promise<RefusedRow | undefined> {
  const refusals = await Promise.all(chunk.map(async ({ row, planned }) => ({ row, refusal: await step(planned) })));
  for (const { row, refusal } of refusals) if (refusal) return { accepted: false, row, refusal };
  return undefined;
}
