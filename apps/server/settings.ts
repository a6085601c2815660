import { join, resolve } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsString, Matches, Max, Min, validateSync } from 'class-validator';

const databaseSentence = 'must be the address of a PostgreSQL database (postgres://…)';
const eventStoreSentence = 'must be the address of an EventStoreDB (esdb://…) or of a PostgreSQL, or not be set';
const smtpSentence = 'must be the address of a mail server (smtp://… or smtps://…), or not be set';
const fromSentence = 'must be the e-mail address that mails come from, as in banca@example.org';
const publicUrlSentence = 'must be where browsers find this server, without a path (https://banca.example.org)';
const rateSentence = 'must be a whole number, 0 for no limit';
const portSentence = 'must be a port from 0 to 65535';

/** What the process is told from outside, as it comes. */
class Environment {
  @Matches(/^postgres(ql)?:\/\//, { message: databaseSentence })
  readonly DATABASE_URL: string = '';

  @Matches(/^((esdb(\+discover)?|postgres(ql)?):\/\/.+)?$/, { message: eventStoreSentence })
  readonly EVENT_STORE_URL: string = '';

  @IsString()
  @IsNotEmpty({ message: 'must name a folder' })
  readonly DATA_DIR: string = '.data';

  @IsInt({ message: portSentence })
  @Min(0, { message: portSentence })
  @Max(65_535, { message: portSentence })
  readonly PORT: number = 4000;

  @IsNotEmpty({ message: 'must name the address to listen on' })
  readonly HOST: string = '127.0.0.1';

  @IsIn(['development', 'test', 'production'], { message: 'must be development, test or production' })
  readonly NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @IsInt({ message: rateSentence })
  @Min(0, { message: rateSentence })
  readonly OPERATIONS_PER_MINUTE: number = 1_200;

  @IsInt({ message: rateSentence })
  @Min(0, { message: rateSentence })
  readonly STRANGER_OPERATIONS_PER_MINUTE: number = 600;

  @IsString()
  readonly TRUSTED_PROXIES: string = '';

  @Matches(/^(https?:\/\/[^/?#]+)?$/, { message: publicUrlSentence })
  readonly PUBLIC_URL: string = '';

  @IsString()
  readonly OIDC_PROVIDERS_FILE: string = '';

  @Matches(/^(smtps?:\/\/.+)?$/, { message: smtpSentence })
  readonly SMTP_URL: string = '';

  @Matches(/^([^\s@<>"]+@[^\s@<>"]+)?$/, { message: fromSentence })
  readonly MAIL_FROM: string = '';

  @IsString()
  readonly MASTER_KEY_FILE: string = '';

  @IsString()
  readonly TOKEN_KEY_FILE: string = '';

  @IsString()
  readonly ERASURE_REGISTER_FILE: string = '';
}

export interface Settings {
  readonly databaseUrl: string;
  /** Keeps the records, an EventStoreDB or another PostgreSQL; undefined: the database keeps them too. */
  readonly eventStoreUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly environment: 'development' | 'test' | 'production';
  readonly rates: {
    /** Of a person, on each process. Zero: no limit. */
    readonly personPerMinute: number;
    /** Of all strangers at one address. Zero: no limit. */
    readonly strangersPerMinute: number;
  };
  /** Addresses of proxies whose word about where a request came from counts. */
  readonly trustedProxies: readonly string[];
  /** Where others say who people are; undefined: nobody signs in elsewhere. */
  readonly oidc: { readonly providersFile: string; readonly publicUrl: string } | undefined;
  /** Where browsers find this server, without a path; undefined: where it listens. */
  readonly publicUrl: string | undefined;
  /** The server that takes mails, and the address they come from; undefined: none goes out. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  /** 32 bytes in base64url; made where missing. */
  readonly masterKeyFile: string;
  /** An Ed25519 private JWK; made where missing. */
  readonly tokenKeyFile: string;
  /** Opaque ids of who was erased; kept and backed up apart from the database. */
  readonly erasureRegisterFile: string;
  /** Every version of the script for hub pages: a page that names one finds it after an upgrade, too. */
  readonly embedFolder: string;
}

/** Somebody has to set something right before this can run: one sentence, no stack. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
}

/** @throws SettingsRefused naming the first setting that is wrong */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = plainToInstance(Environment, given, { exposeDefaultValues: true, enableImplicitConversion: true });
  const [wrong] = validateSync(read);
  if (wrong) throw new SettingsRefused(`${wrong.property} ${Object.values(wrong.constraints ?? {})[0] ?? 'is wrong'}.`);
  if (read.SMTP_URL !== '' && read.MAIL_FROM === '') throw new SettingsRefused(`MAIL_FROM ${fromSentence}.`);
  if (read.OIDC_PROVIDERS_FILE !== '' && read.PUBLIC_URL === '') {
    throw new SettingsRefused(`PUBLIC_URL ${publicUrlSentence}.`);
  }
  const keys = join(resolve(read.DATA_DIR), 'keys');
  return {
    databaseUrl: read.DATABASE_URL,
    eventStoreUrl: read.EVENT_STORE_URL || undefined,
    host: read.HOST,
    port: read.PORT,
    environment: read.NODE_ENV,
    rates: {
      personPerMinute: read.OPERATIONS_PER_MINUTE,
      strangersPerMinute: read.STRANGER_OPERATIONS_PER_MINUTE,
    },
    trustedProxies: read.TRUSTED_PROXIES.split(',').filter((address) => address !== ''),
    oidc:
      read.OIDC_PROVIDERS_FILE === ''
        ? undefined
        : { providersFile: read.OIDC_PROVIDERS_FILE, publicUrl: read.PUBLIC_URL },
    publicUrl: read.PUBLIC_URL || undefined,
    smtp: read.SMTP_URL === '' ? undefined : { url: read.SMTP_URL, from: read.MAIL_FROM },
    masterKeyFile: read.MASTER_KEY_FILE || join(keys, 'master.key'),
    tokenKeyFile: read.TOKEN_KEY_FILE || join(keys, 'token.jwk'),
    erasureRegisterFile: read.ERASURE_REGISTER_FILE || join(resolve(read.DATA_DIR), 'erasures', 'register.jsonl'),
    embedFolder: join(resolve(read.DATA_DIR), 'embed'),
  };
}
