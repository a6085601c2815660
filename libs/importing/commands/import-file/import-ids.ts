import { Inject, Injectable } from '@nestjs/common';
import { CODEC, VAULT } from '#event-store';
import { asId, streamOf, type BankId, type Codec, type ImportId, type Vault } from '#kernel';

const namer = 'system:import';

/**
 * The same file for the same bank is the same import. Its id goes into records that outlive the file, so it follows from
 * the bytes under the bank's key: whoever guesses a file of few people cannot check the guess against the id.
 */
@Injectable()
export class ImportIds {
  constructor(
    @Inject(CODEC) private readonly codec: Codec,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  async of(bank: BankId, fileDigest: string): Promise<ImportId> {
    const stream = streamOf('journal', bank);
    const keys = await this.vault.ensureKeys([{ kind: 'bank', id: bank }]);
    const purpose = this.codec.commandId(stream, namer, 'file');
    const mac = await this.vault.commandHash(purpose, keys, this.codec.canonical({ file: fileDigest }));
    if (mac === undefined) throw new Error('the key of the bank was destroyed while a file was being imported');
    return asId<ImportId>(this.codec.commandId(stream, namer, mac));
  }
}
