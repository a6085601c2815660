<?php
/**
 * Plugin Name: Banca del tempo (Reciproca)
 * Description: I soci vedono e registrano le loro ore nella pagina del loro hub. Members see and log their hours in their hub's page.
 * Version: 0.1.0
 * Requires at least: 6.3
 * Requires PHP: 7.4
 * License: EUPL-1.2
 * License URI: https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12
 * Text Domain: banca-tempo
 *
 * [banca_tempo hub="settimo-milanese"] puts the client where it stands. Nothing is stored but two settings; nothing is
 * counted, and no cookie is set.
 */

declare(strict_types=1);

namespace Reciproca\BancaTempo;

defined('ABSPATH') || exit;

const SERVER = 'banca_tempo_server';
const HUB = 'banca_tempo_hub';
const PAGE = 'banca-tempo';

const WORDS = [
    'menu' => ['it' => 'Banca del tempo', 'en' => 'Time bank'],
    'server' => ['it' => 'Indirizzo del server', 'en' => 'Address of the server'],
    'serverHelp' => [
        'it' => 'Per esempio https://ore.example.org. Lo sa chi amministra la rete.',
        'en' => 'For example https://ore.example.org. Whoever administers the network knows it.',
    ],
    'hub' => ['it' => 'Nome breve dell’hub', 'en' => 'Short name of the hub'],
    'hubHelp' => [
        'it' => 'Vale dove il codice breve non ne dice un altro: [banca_tempo hub="settimo-milanese"].',
        'en' => 'It holds where the shortcode names no other: [banca_tempo hub="settimo-milanese"].',
    ],
    'register' => [
        'it' => 'Chi amministra la rete deve registrare l’indirizzo di questo sito: %s',
        'en' => 'Whoever administers the network has to register the address of this site: %s',
    ],
    'noServer' => [
        'it' => 'Scrivi l’indirizzo del server senza percorso: comincia con https://.',
        'en' => 'Write the address of the server without a path: it begins with https://.',
    ],
    'noHub' => [
        'it' => 'Il nome breve ha lettere minuscole, cifre e trattini: hub, oppure rete.hub.',
        'en' => 'A short name has small letters, digits and hyphens: hub, or network.hub.',
    ],
    'notConnected' => [
        'it' => 'La banca del tempo non è ancora collegata a questa pagina.',
        'en' => 'The time bank is not connected to this page yet.',
    ],
    'open' => ['it' => 'Apri la banca del tempo', 'en' => 'Open the time bank'],
];

function say(string $word): string
{
    return WORDS[$word][strncmp(get_locale(), 'it', 2) === 0 ? 'it' : 'en'];
}

/** An origin as browsers write it, or '' for what is none. Without https only a server on the same machine. */
function server_in(string $typed): string
{
    $address = rtrim(trim($typed), '/');
    $secure = '~^https://[a-z0-9.-]+(:[0-9]+)?$~D';
    $local = '~^http://(localhost|127\.0\.0\.1)(:[0-9]+)?$~D';
    return preg_match($secure, $address) === 1 || preg_match($local, $address) === 1 ? $address : '';
}

/** hub, or network.hub; '' for what is neither. */
function hub_in(string $typed): string
{
    $hub = trim($typed);
    return preg_match('~^[a-z0-9-]+(\.[a-z0-9-]+)?$~D', $hub) === 1 ? $hub : '';
}

/** What cannot be used is refused with a sentence, and what was there before stays. */
function checked_server($typed): string
{
    return checked(SERVER, 'noServer', (string) $typed, server_in((string) $typed));
}

function checked_hub($typed): string
{
    return checked(HUB, 'noHub', (string) $typed, hub_in((string) $typed));
}

function checked(string $setting, string $trouble, string $typed, string $found): string
{
    if ($found !== '' || trim($typed) === '') {
        return $found;
    }
    add_settings_error($setting, $setting, say($trouble));
    return (string) get_option($setting, '');
}

/** [banca_tempo hub="…" lang="it|en" theme="light|dark|auto" heading-level="1…4" history="off"] */
function shortcode($asked): string
{
    $wanted = shortcode_atts(
        ['hub' => get_option(HUB, ''), 'lang' => '', 'theme' => '', 'heading-level' => '', 'history' => ''],
        is_array($asked) ? $asked : [],
        'banca_tempo'
    );
    $server = server_in((string) get_option(SERVER, ''));
    $hub = hub_in((string) $wanted['hub']);
    if ($server === '' || $hub === '') {
        return '<p>' . esc_html(say('notConnected')) . '</p>';
    }
    $known = [
        'lang' => ['it', 'en'],
        'theme' => ['light', 'dark', 'auto'],
        'heading-level' => ['1', '2', '3', '4'],
        'history' => ['off'],
    ];
    $attributes = ' data-banca-tempo="' . esc_attr($hub) . '"';
    foreach ($known as $name => $values) {
        if (in_array($wanted[$name], $values, true)) {
            $attributes .= ' data-' . $name . '="' . esc_attr($wanted[$name]) . '"';
        }
    }
    wp_enqueue_script(PAGE, $server . '/embed/v1/banca-tempo.js', [], null, ['strategy' => 'defer', 'in_footer' => true]);
    $link = '<a href="' . esc_url($server . '/h/' . rawurlencode($hub)) . '">' . esc_html(say('open')) . '</a>';
    return '<div' . $attributes . '></div><noscript><p>' . $link . '</p></noscript>';
}

function field(string $setting, string $label, string $help): void
{
    printf(
        '<tr><th scope="row"><label for="%1$s">%2$s</label></th><td><input class="regular-text code" id="%1$s" name="%1$s" value="%3$s" aria-describedby="%1$s-help"><p class="description" id="%1$s-help">%4$s</p></td></tr>',
        esc_attr($setting),
        esc_html(say($label)),
        esc_attr((string) get_option($setting, '')),
        esc_html(say($help))
    );
}

function settings_page(): void
{
    if (!current_user_can('manage_options')) {
        return;
    }
    $site = wp_parse_url(home_url());
    $origin = $site['scheme'] . '://' . $site['host'] . (isset($site['port']) ? ':' . $site['port'] : '');
    echo '<div class="wrap"><h1>' . esc_html(say('menu')) . '</h1>';
    echo '<p>' . esc_html(sprintf(say('register'), $origin)) . '</p>';
    echo '<form method="post" action="options.php">';
    settings_fields(PAGE);
    echo '<table class="form-table" role="presentation">';
    field(SERVER, 'server', 'serverHelp');
    field(HUB, 'hub', 'hubHelp');
    echo '</table>';
    submit_button();
    echo '</form></div>';
}

/** Nothing of ours stays behind. */
function forget(): void
{
    delete_option(SERVER);
    delete_option(HUB);
}

add_shortcode('banca_tempo', __NAMESPACE__ . '\shortcode');
add_action('admin_init', function (): void {
    $kept = ['type' => 'string', 'default' => ''];
    register_setting(PAGE, SERVER, $kept + ['sanitize_callback' => __NAMESPACE__ . '\checked_server']);
    register_setting(PAGE, HUB, $kept + ['sanitize_callback' => __NAMESPACE__ . '\checked_hub']);
});
add_action('admin_menu', function (): void {
    add_options_page(say('menu'), say('menu'), 'manage_options', PAGE, __NAMESPACE__ . '\settings_page');
});
register_uninstall_hook(__FILE__, __NAMESPACE__ . '\forget');
