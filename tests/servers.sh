#!/usr/bin/env bash
# Pushes to real servers that know who pushes: gitolite over SSH, and git http-backend behind nginx. Each takes a commit from its
# author and refuses the same commit from somebody else. Everything runs on this machine, in a directory that goes away.
#
#     tests/servers.sh target/debug/klacht
set -euo pipefail
klacht=$(realpath "$1")
base=$(realpath "$(dirname "$0")")/rules/base

need=()
command -v gitolite >/dev/null || need+=(gitolite3)
[ -x /usr/sbin/sshd ] || need+=(openssh-server)
[ -x /usr/sbin/nginx ] || need+=(nginx-light)
[ -x /usr/sbin/fcgiwrap ] || need+=(fcgiwrap)
if [ ${#need[@]} -gt 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${need[@]}" >/dev/null
fi

dir=$(mktemp -d)
started=()
finish() {
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$dir"
}
trap finish EXIT
me=$(id -un)
for name in $(env | sed -n 's/^\(GIT_[A-Z_]*\)=.*/\1/p'); do unset "$name"; done
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1

fail() { echo "$*" >&2; exit 1; }

# A register with its policy, and a commit by m.bakker that is to be pushed.
clone=$dir/clone
commit() { # who date message
    git -C "$clone" add -A
    GIT_AUTHOR_DATE="$2" GIT_COMMITTER_DATE="$2" git -C "$clone" -c user.name="$1" -c user.email="$1@voorbeeld.example" commit -qm "$3"
}
git init -q -b main "$clone"
mkdir -p "$clone/complaints/2026/2026-0001/private"
cp "$base/procedure.yaml" "$base/staff.yaml" "$clone/complaints/"
commit m.bakker 2026-03-01T10:00:00+01:00 "Begin"
root=$(git -C "$clone" rev-parse HEAD)
sed '/^- step: assigned/,$d' "$base/complaint.yaml" >"$clone/complaints/2026/2026-0001/complaint.yaml"
printf 'complainant: {name: R. Voorbeeld}\ndescription: De afspraak ging niet door.\n' \
    >"$clone/complaints/2026/2026-0001/private/01.yaml"
commit m.bakker 2026-03-02T10:00:00+01:00 "2026-0001 stap 1: ontvangst"

# What an administrator does with a bare repository.
install_hooks() { # repository variable
    git -C "$1" fetch -q "$clone" "$root:refs/heads/main"
    "$klacht" hooks install "$1" >/dev/null
    git -C "$1" config klacht.pusherVariable "$2"
    [ "$(git -C "$1" config klacht.trustRoot)" = "$root" ] || fail "no trust root in $1"
}

try() { # server url-of-another url-of-the-author repository
    if git -C "$clone" push -q "$2" main 2>"$dir/said"; then fail "$1 took a commit from another"; fi
    grep -q H07 "$dir/said" || { cat "$dir/said" >&2; fail "$1 refused for another reason"; }
    [ "$(git -C "$4" rev-parse main)" = "$root" ] || fail "$1 moved the branch"
    git -C "$clone" push -q "$3" main 2>"$dir/said" || { cat "$dir/said" >&2; fail "$1 refused the author"; }
    [ "$(git -C "$4" rev-parse main)" = "$(git -C "$clone" rev-parse main)" ] || fail "$1 did not move the branch"
    "$klacht" --register "$4" check --history >/dev/null || fail "$1: the history is not accepted"
    grep -q '"pusher":"m.bakker"' "$4/klacht/receipts.log" || fail "$1: no receipt"
    echo "$1: takes a commit from its author, refuses it from another (H07)"
}

until_there() { for _ in $(seq 100); do [ -e "$1" ] && return; sleep 0.1; done; fail "$1 does not come up"; }

# gitolite over SSH. The name of a key file is the name that gitolite gives to a hook in GL_USER.
home=$dir/gitolite
mkdir -p "$home/.ssh" "$dir/keys"
for who in admin m.bakker c.janssen; do ssh-keygen -q -t ed25519 -N '' -C "$who" -f "$dir/keys/$who"; done
HOME=$home gitolite setup -pk "$dir/keys/admin.pub" >/dev/null 2>&1
cp "$dir/keys/m.bakker.pub" "$dir/keys/c.janssen.pub" "$home/.gitolite/keydir/"
printf '\nrepo klachten\n    RW = m.bakker c.janssen\n' >>"$home/.gitolite/conf/gitolite.conf"
HOME=$home gitolite compile >/dev/null 2>&1
HOME=$home gitolite trigger POST_COMPILE >/dev/null 2>&1
git -C "$home/repositories/klachten.git" symbolic-ref HEAD refs/heads/main
install_hooks "$home/repositories/klachten.git" GL_USER

ssh_port=$((20000 + RANDOM % 10000))
ssh-keygen -q -t ed25519 -N '' -f "$dir/host"
mkdir -p /run/sshd
/usr/sbin/sshd -D -f /dev/null -E "$dir/sshd.log" -h "$dir/host" -p "$ssh_port" -o ListenAddress=127.0.0.1 -o PidFile="$dir/sshd.pid" \
    -o AuthorizedKeysFile="$home/.ssh/authorized_keys" -o StrictModes=no -o UsePAM=no -o PermitRootLogin=prohibit-password \
    -o SetEnv="HOME=$home" &
started+=($!)
until_there "$dir/sshd.pid"
printf '#!/bin/sh\nexec ssh -F /dev/null -i "$KEY" -o IdentitiesOnly=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR "$@"\n' >"$dir/ssh"
chmod +x "$dir/ssh"
as() { # who
    printf 'ext::env KEY=%s %s -p %s %s@127.0.0.1 %%S klachten' "$dir/keys/$1" "$dir/ssh" "$ssh_port" "$me"
}
git -C "$clone" config protocol.ext.allow always
try gitolite "$(as c.janssen)" "$(as m.bakker)" "$home/repositories/klachten.git"

# git http-backend behind nginx. The name that nginx has authenticated comes to a hook in REMOTE_USER.
http=$dir/http
mkdir -p "$http/repos" "$http/tmp"
git init -q --bare -b main "$http/repos/klachten.git"
git -C "$http/repos/klachten.git" config http.receivepack true
install_hooks "$http/repos/klachten.git" REMOTE_USER
for who in m.bakker c.janssen; do printf '%s:{PLAIN}geheim\n' "$who"; done >"$http/users"
http_port=$((30000 + RANDOM % 10000))
/usr/sbin/fcgiwrap -s "unix:$http/fcgi.sock" &
started+=($!)
until_there "$http/fcgi.sock"
cat >"$http/nginx.conf" <<CONF
user $me;
daemon off;
pid $http/nginx.pid;
error_log $http/error.log;
events {}
http {
    access_log off;
    client_body_temp_path $http/tmp;
    proxy_temp_path $http/tmp; fastcgi_temp_path $http/tmp; uwsgi_temp_path $http/tmp; scgi_temp_path $http/tmp;
    server {
        listen 127.0.0.1:$http_port;
        client_max_body_size 30m;
        location ~ ^/git(/.*) {
            auth_basic klachten;
            auth_basic_user_file $http/users;
            include /etc/nginx/fastcgi_params;
            fastcgi_param SCRIPT_FILENAME $(git --exec-path)/git-http-backend;
            fastcgi_param GIT_PROJECT_ROOT $http/repos;
            fastcgi_param GIT_HTTP_EXPORT_ALL "";
            fastcgi_param PATH_INFO \$1;
            fastcgi_param REMOTE_USER \$remote_user;
            fastcgi_pass unix:$http/fcgi.sock;
        }
    }
}
CONF
/usr/sbin/nginx -e "$http/error.log" -c "$http/nginx.conf" &
started+=($!)
until_there "$http/nginx.pid"
url() { echo "http://$1:geheim@127.0.0.1:$http_port/git/klachten.git"; }
try http-backend "$(url c.janssen)" "$(url m.bakker)" "$http/repos/klachten.git"

# The configurations that the docs show are such as nginx takes; the paths of a server that is not here lead to what is.
root=$base/../../..
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=klachten.example.org -keyout "$dir/klachten.key" -out "$dir/klachten.pem" 2>/dev/null
ln -s /etc/nginx/fastcgi_params "$dir/fastcgi_params"
sed "s#/etc/ssl/#$dir/#" "$root/docs/examples/nginx.conf" >"$dir/site.conf"
awk '/^```nginx$/ {shown = 1; next} /^```$/ {shown = 0} shown' "$root/docs/history.md" >"$dir/git.conf"
[ -s "$dir/site.conf" ] && grep -q git-http-backend "$dir/git.conf" || fail "the docs show no configuration of nginx"
printf 'pid %s/nginx.pid; error_log stderr; events {} http { access_log off; include %s/site.conf; server { listen 127.0.0.1:1; include %s/git.conf; } }\n' \
    "$dir" "$dir" "$dir" >"$dir/nginx.conf"
/usr/sbin/nginx -q -t -e stderr -c "$dir/nginx.conf" || fail "nginx does not take what the docs show"
echo "nginx: takes the configurations of the docs"
