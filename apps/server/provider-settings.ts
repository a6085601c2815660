import { readFile } from 'node:fs/promises';
import { plainToInstance } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsObject,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  ValidateNested,
  validateSync,
  type ValidationError,
} from 'class-validator';
import type { ProviderSettings } from '#identity';
import { asId } from '#kernel';
import { SettingsRefused } from './settings.js';

const providersMax = 50;

class Title {
  @IsNotEmpty()
  @IsString()
  readonly it!: string;

  @IsNotEmpty()
  @IsString()
  readonly en!: string;
}

/** One provider as it stands in the file; nothing may be left out, so that nothing is on by mistake. */
class KeptProvider {
  @Matches(/^[a-z][a-z0-9-]{0,19}$/, { message: 'must be 1 to 20 small letters, digits or dashes' })
  readonly name!: string;

  @IsObject()
  @ValidateNested()
  readonly title!: Title;

  @IsUrl({ protocols: ['https'], require_protocol: true, require_tld: false })
  readonly issuer!: string;

  @IsNotEmpty()
  @IsString()
  readonly clientId!: string;

  @IsNotEmpty()
  @IsString()
  readonly clientSecret!: string;

  @IsArray()
  @IsString({ each: true })
  readonly levels!: readonly string[];

  @IsBoolean()
  readonly console!: boolean;

  @IsArray()
  @IsUUID('all', { each: true })
  readonly hubs!: readonly string[];
}

class KeptProviders {
  @IsArray()
  @ArrayMaxSize(providersMax)
  @ValidateNested()
  readonly providers!: readonly KeptProvider[];
}

/** @throws SettingsRefused naming the first thing in the file that is wrong, and never what the file says */
export async function readProviders(file: string): Promise<readonly ProviderSettings[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new SettingsRefused(`OIDC_PROVIDERS_FILE ${file} cannot be read.`);
  });
  const kept = asKept(text);
  if (!kept) throw new SettingsRefused(`OIDC_PROVIDERS_FILE ${file} is not JSON of the form { "providers": [ … ] }.`);
  const wrong = firstWrong(validateSync(kept, { whitelist: true, forbidNonWhitelisted: true }));
  if (wrong !== undefined) throw new SettingsRefused(`OIDC_PROVIDERS_FILE ${file}: ${wrong}.`);
  const names = kept.providers.map(({ name }) => name);
  if (new Set(names).size < names.length) {
    throw new SettingsRefused(`OIDC_PROVIDERS_FILE ${file}: two providers have the same name.`);
  }
  return kept.providers.map(({ console: isForConsole, hubs, ...provider }) => ({
    ...provider,
    isForConsole,
    hubs: hubs.map((hub) => asId(hub)),
  }));
}

function asKept(text: string): KeptProviders | undefined {
  try {
    const { providers } = JSON.parse(text) as { readonly providers: readonly object[] };
    return plainToInstance(KeptProviders, {
      providers: providers.map((provider) =>
        plainToInstance(KeptProvider, {
          ...provider,
          title: plainToInstance(Title, (provider as Partial<KeptProvider>).title),
        }),
      ),
    });
  } catch {
    return undefined;
  }
}

function firstWrong(errors: readonly ValidationError[], path = ''): string | undefined {
  const [first] = errors;
  if (!first) return undefined;
  const place = `${path}${first.property}`;
  const said = Object.values(first.constraints ?? {})[0];
  return said === undefined
    ? firstWrong(first.children ?? [], `${place}.`)
    : `${place} ${said.replace(`${first.property} `, '')}`;
}
