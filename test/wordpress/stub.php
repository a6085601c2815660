<?php
/**
 * As much of WordPress as the plugin uses, and what it was asked to do. Reads {locale, options, mayManage, do} from its
 * input, where `do` is a list of steps, and answers {enqueued, complaints, options, said}.
 */

declare(strict_types=1);

define('ABSPATH', __DIR__);

$asked = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
$world = ['enqueued' => [], 'complaints' => [], 'options' => $asked['options'], 'said' => []];
$known = ['shortcodes' => [], 'actions' => [], 'settings' => [], 'pages' => [], 'uninstall' => null];

function get_locale() { global $asked; return $asked['locale']; }
function current_user_can($capability) { global $asked; return $capability === 'manage_options' && $asked['mayManage']; }
function home_url() { return 'https://www.comune.example'; }
function wp_parse_url($url) { return parse_url($url); }
function get_option($name, $default = false) { global $world; return $world['options'][$name] ?? $default; }
function delete_option($name) { global $world; unset($world['options'][$name]); }
function esc_html($text) { return htmlspecialchars($text, ENT_QUOTES, 'UTF-8', false); }
function esc_attr($text) { return htmlspecialchars($text, ENT_QUOTES, 'UTF-8', false); }
function esc_url($url) { return preg_match('~^https?://~', $url) ? esc_attr($url) : ''; }
function add_shortcode($tag, $callback) { global $known; $known['shortcodes'][$tag] = $callback; }
function add_action($hook, $callback) { global $known; $known['actions'][$hook][] = $callback; }
function register_setting($group, $name, $args) { global $known; $known['settings'][$name] = ['group' => $group] + $args; }
function add_options_page($title, $menu, $capability, $slug, $callback) { global $known; $known['pages'][$slug] = $callback; }
function register_uninstall_hook($file, $callback) { global $known; $known['uninstall'] = $callback; }
function add_settings_error($setting, $code, $message) { global $world; $world['complaints'][] = $message; }
function settings_fields($group) { echo '<input type="hidden" name="option_page" value="' . esc_attr($group) . '">'; }
function submit_button() { echo '<button>Save</button>'; }
function wp_enqueue_script($handle, $source, $needs, $version, $how) { global $world; $world['enqueued'][$handle] = ['source' => $source] + $how; }
function shortcode_atts($pairs, $given, $tag) { return array_merge($pairs, array_intersect_key($given, $pairs)); }

require __DIR__ . '/../../apps/widget/wordpress/banca-tempo.php';

foreach (['admin_init', 'admin_menu'] as $hook) {
    foreach ($known['actions'][$hook] ?? [] as $callback) {
        $callback();
    }
}
foreach ($asked['do'] as $step) {
    [$what, $with] = $step;
    if ($what === 'shortcode') {
        $world['said'][] = ($known['shortcodes']['banca_tempo'])($with);
    } elseif ($what === 'save') {
        foreach ($with as $name => $value) {
            $world['options'][$name] = ($known['settings'][$name]['sanitize_callback'])($value);
        }
    } elseif ($what === 'settings') {
        ob_start();
        ($known['pages']['banca-tempo'])();
        $world['said'][] = ob_get_clean();
    } elseif ($what === 'uninstall') {
        ($known['uninstall'])();
    }
}
echo json_encode($world, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
