/** The configuration of every program of the Roundcube bed, as the files they read. */

export interface RoundcubePlan {
  /** Folder of this bed; everything is written under it. */
  readonly dir: string;
  readonly httpPort: number;
  readonly phpPort: number;
  readonly imapPort: number;
  readonly smtpPort: number;
  readonly password: string;
  /** 24 characters with which Roundcube seals its session. */
  readonly desKey: string;
  /** Numeric user and group of `www-data`. */
  readonly uid: number;
  readonly gid: number;
}

export const PUBLIC_FOLDERS = ['/var/lib/roundcube/public_html', '/usr/share/roundcube/public_html'];

export function roundcubeConfig({ dir, imapPort, smtpPort, desKey }: RoundcubePlan): string {
  const settings: Record<string, string | number | boolean | readonly string[]> = {
    db_dsnw: `sqlite:///${dir}/db/roundcube.sqlite?mode=0640`,
    imap_host: `127.0.0.1:${imapPort}`,
    smtp_host: `127.0.0.1:${smtpPort}`,
    smtp_user: '',
    smtp_pass: '',
    des_key: desKey,
    plugins: [],
    skin: 'elastic',
    log_dir: `${dir}/logs/`,
    temp_dir: `${dir}/temp/`,
    language: 'en_US',
    mail_domain: 'bed.test',
    create_default_folders: true,
    enable_spellcheck: false,
    login_rate_limit: 0,
    session_lifetime: 600,
    refresh_interval: 600,
    draft_autosave: 0,
    x_frame_options: 'sameorigin',
  };
  const lines = Object.entries(settings).map(([name, value]) => `$config['${name}'] = ${php(value)};`);
  return `<?php\n$config = [];\n${lines.join('\n')}\n`;
}

function php(value: string | number | boolean | readonly string[]): string {
  if (typeof value === 'string') return `'${value.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
  return typeof value === 'object' ? `[${value.map(php).join(', ')}]` : String(value);
}

/** Dovecot 2.3's words. */
export function dovecotConfig({ dir, imapPort, password, uid, gid }: RoundcubePlan): string {
  const folders = ['Sent', 'Drafts', 'Trash', 'Junk'].map(
    (name) => `  mailbox ${name} {\n    special_use = \\${name}\n    auto = subscribe\n  }\n`,
  );
  return `base_dir = ${dir}/dovecot
state_dir = ${dir}/dovecot
log_path = ${dir}/logs/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = ${uid}
mail_location = maildir:${dir}/mail/%n
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${dir}/mail/%n
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
namespace inbox {
  inbox = yes
${folders.join('')}}
`;
}

export function phpConfig({ dir, phpPort }: RoundcubePlan): string {
  return `[global]
error_log = ${dir}/logs/php-fpm.log
daemonize = no
[roundcube]
user = www-data
group = www-data
listen = 127.0.0.1:${phpPort}
pm = static
pm.max_children = 4
clear_env = no
env[ROUNDCUBE_CONFIG_DIR] = ${dir}/config
php_admin_value[error_log] = ${dir}/logs/php.log
php_admin_value[session.save_path] = ${dir}/temp
`;
}

export function nginxConfig({ dir, httpPort, phpPort }: RoundcubePlan, root: string): string {
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `user www-data; worker_processes 1; daemon off; pid ${dir}/nginx.pid; error_log ${dir}/logs/nginx.log;
events { worker_connections 128; }
http {
  include /etc/nginx/mime.types;
  access_log off;
${scratch.map((name) => `  ${name}_temp_path ${dir}/temp/${name};`).join('\n')}
  server {
    listen 127.0.0.1:${httpPort};
    root ${root};
    index index.php;
    client_max_body_size 20m;
    absolute_redirect off;
    location ~ ^/(config|temp|logs)/ { deny all; }
    location ~ \\.php$ {
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_pass 127.0.0.1:${phpPort};
    }
  }
}
`;
}
