### Todas las frases que muestra la ventana, en español.
### en.ftl tiene las mismas claves con las mismas variables; una prueba lo comprueba.

## La ventana

app-name = Room RTC
action-back = Atrás
action-cancel = Cancelar
action-close = Cerrar
action-copy = Copiar
action-dismiss = Descartar
action-retry = Intentar de nuevo
value-unknown = aún no se sabe
value-yes = sí
value-no = no
value-number = { $number }

## Primer inicio y acceso

welcome-title = Room RTC
welcome-subtitle = Videollamadas entre dos personas, cifradas de extremo a extremo.
welcome-try-title = Probar aquí
welcome-try-text = Inicia un servidor en este equipo y un contacto que responde a cada llamada y te devuelve tu imagen. Así pruebas la cámara, la red y el cifrado sin compañía y sin cuenta.
welcome-try-button = Probar aquí
welcome-try-starting = Iniciando un servidor en este equipo…
welcome-server-title = Usar un servidor
welcome-server-text = La dirección del servidor donde tienen cuenta tú y las personas a las que llamas.
welcome-server-address = Dirección del servidor
welcome-server-hint = example.org o example.org:7000
welcome-server-change = Usar otro servidor
sign-in-user = Nombre de usuario
sign-in-password = Contraseña
sign-in-password-again = Repetir la contraseña
sign-in-button = Iniciar sesión
sign-in-working = Iniciando sesión…
register-button = Crear la cuenta
register-working = Creando la cuenta…
register-instead = Aún no tengo cuenta
sign-in-instead = Ya tengo cuenta
sign-out = Cerrar sesión
signed-in-as = Sesión iniciada: { $user }

## La conexión con el servidor

connection-none = Ningún servidor elegido
connection-connecting = Conectando con { $server }…
connection-connected = Conexión establecida con { $server }
connection-lost = Se perdió la conexión con { $server }. Se está restableciendo.
connection-retry = Se perdió la conexión con { $server }. Próximo intento en { $seconds ->
        [one] un segundo
       *[other] { $seconds } segundos
    }.
connection-local = Servidor en este equipo

## Certificados de servidores

certificate-fingerprint = Huella SHA-256: { $fingerprint }
certificate-changed-title = El certificado del servidor ha cambiado
certificate-changed-text = { $server } muestra otro certificado que antes. O bien quien lo administra lo ha cambiado, o bien hay alguien entre tú y el servidor. No se ha enviado nada. Pregunta a quien lo administra antes de confiar en el nuevo.
certificate-before = Antes: { $fingerprint }
certificate-now = Ahora: { $fingerprint }
certificate-trust = Confiar en el certificado nuevo
certificate-refuse = No conectar

## Sala

lobby-title = Personas
lobby-search = Buscar personas
lobby-search-clear = Borrar la búsqueda
lobby-empty = Todavía no hay nadie más.
lobby-none-found = Ningún nombre contiene «{ $text }».
lobby-call = Llamar
lobby-call-user = Llamar a { $user }
lobby-echo-text = Responde a cada llamada y te devuelve tu imagen.
user-available = disponible
user-busy = en una llamada
user-away = ausente

## Llamadas que suenan

ringing-calling = Llamando a { $user }…
ringing-rings = Está sonando en el equipo de { $user }…
ringing-cancel = Cancelar la llamada
incoming-title = Llama { $user }
incoming-guest = Llama { $name }, una persona invitada sin cuenta
incoming-accept = Aceptar
incoming-reject = Rechazar

## Llamadas perdidas

missed-count = { $count ->
        [one] Una llamada perdida
       *[other] { $count } llamadas perdidas
    }
missed-call = { $user } llamó { $time }
missed-seen = Vistas
missed-call-back = Devolver la llamada a { $user }

## Cámara y otras fuentes

device-title = Comprobar la cámara
device-picker = Cámara
device-none = No se encontró ninguna cámara
device-none-text = No hay ninguna cámara conectada. Puedes llamar sin ella, compartir la pantalla o enviar la carta de ajuste.
device-preview-start = Iniciar la vista previa
device-preview-stop = Detener la vista previa
device-preview = Vista previa de tu imagen
device-preview-waiting = Esperando la primera imagen…
source-title = Lo que envías
source-camera = Cámara
source-camera-named = Cámara: { $camera }
source-screen = Pantalla
source-window = Ventana
source-test-card = Carta de ajuste
source-none = Nada
source-screen-hint = Se envía todo lo que hay en la pantalla, también esta ventana.
source-window-pick = Qué ventana

## Llamada

call-with = Llamada con { $user }
call-duration = Duración { $time }
call-connecting = Conectando…
call-waiting-picture = Esperando la primera imagen…
call-no-remote-picture = { $user } no envía imagen.
call-remote-picture = Imagen de { $user }
call-own-show = Mostrar tu imagen
call-own-hide = Ocultar tu imagen
call-own-mirror = Ver tu imagen en espejo
call-own-move = Mover tu imagen a otra esquina
call-camera-on = Encender la cámara
call-camera-off = Apagar la cámara
call-camera-is-off = Tu cámara está apagada.
call-own-none = No envías ninguna imagen.
call-source = Elegir lo que envías
call-hang-up = Colgar
call-full-screen = Pantalla completa
call-leave-full-screen = Salir de la pantalla completa
call-statistics = Estadísticas
call-log = Registro
call-doctor = Diagnóstico de la llamada
call-safety = Número de seguridad
call-reconnecting = Reconectando. La llamada sigue por sí sola cuando vuelva la red.
call-detached = Se perdió la conexión con el servidor. La llamada sigue sin él.

## Calidad

quality-good = Buena
quality-measuring = Midiendo…
quality-fair = Regular
quality-poor = Mala
quality-upload-loss = Tu conexión de subida pierde el { $percent } % de los paquetes.
quality-download-loss = Tu conexión de bajada pierde el { $percent } % de los paquetes.
quality-round-trip = El camino de ida y vuelta tarda { $milliseconds } ms.
quality-jitter = Los paquetes llegan { $milliseconds } ms antes o después.
quality-low-bit-rate = Solo llegan { $kilobits } kbit/s de imagen.
quality-camera-slow = Tu cámara da solo { $rate } imágenes por segundo.

## Número de seguridad

safety-title = Número de seguridad
safety-explanation = Lee esto en voz alta a la otra persona. Si es lo mismo en ambos lados, no hay nadie en medio, ni siquiera el servidor.
safety-digits = En cifras: { $digits }
safety-pending = El número de seguridad se sabe cuando la llamada está cifrada.
safety-confirm = Son iguales
safety-confirmed = Has comparado el número de seguridad de { $user }.
safety-unconfirmed = Aún no has comparado el número de seguridad de { $user }.
safety-first = Primera llamada con { $user }: su clave queda guardada.
safety-changed-title = La clave de { $user } ha cambiado
safety-changed-text = { $user } tiene otra clave que antes. Ocurre con un equipo nuevo o una instalación nueva. También ocurre cuando hay alguien en medio. Compara el número de seguridad antes de decir nada privado.

## Estadísticas

statistics-title = Estadísticas
statistics-copy = Copiar como JSON
statistics-none = No hay nada que medir: no hay llamada.
statistics-plot-of = Gráfica: { $name }
statistics-unit-kilobits = kbit/s
statistics-unit-milliseconds = ms
statistics-unit-percent = %
statistics-unit-frames = imágenes/s
statistics-unit-count = veces

## Registro

log-title = Registro
log-level = Nivel
log-level-error = Errores
log-level-warn = Avisos
log-level-info = Información
log-level-debug = Detalles
log-level-trace = Todo
log-filter = Solo de
log-filter-all = Todas las partes
log-search = Buscar en el registro
log-none = No hay líneas.
log-copy = Copiar estas líneas

## Informe

report-save = Guardar un informe
report-explanation = Un archivo con el registro, las estadísticas, la grabación de la llamada para el simulador y las versiones. No contiene contraseñas, claves ni imágenes.

## Diagnóstico de la llamada

doctor-title = Diagnóstico de la llamada
doctor-tried = Lo que se intentó
doctor-stage-server = Servidor
doctor-stage-source = Cámara u otra fuente
doctor-stage-gathering = Direcciones propias
doctor-stage-checks = Caminos al otro lado
doctor-stage-handshake = Cifrado
doctor-stage-picture = Primera imagen
doctor-stage-done = hecho
doctor-stage-working = en curso
doctor-stage-failed = falló
doctor-stage-not-reached = no se llegó
doctor-stage-row = { $stage }: { $state }

## Ajustes

settings-title = Ajustes
settings-language = Idioma
settings-language-system = Como el sistema
settings-theme = Tema
settings-theme-system = Como el sistema
settings-theme-light = Claro
settings-theme-dark = Oscuro
settings-scale = Tamaño
settings-mirror = Ver mi imagen en espejo
settings-record = Grabar las llamadas para «guardar un informe»

## Teclado

shortcuts-title = Atajos de teclado
shortcut-help = Mostrar esta hoja
shortcut-accept = Aceptar una llamada
shortcut-hang-up = Colgar o cancelar
shortcut-camera = Encender o apagar la cámara
shortcut-full-screen = Pantalla completa
shortcut-own-picture = Mostrar u ocultar tu imagen
shortcut-statistics = Estadísticas
shortcut-log = Registro
shortcut-doctor = Diagnóstico de la llamada
shortcut-safety = Número de seguridad
shortcut-settings = Ajustes
shortcut-search = Buscar
shortcut-larger = Más grande
shortcut-smaller = Más pequeño
shortcut-quit = Salir

## Lo que falla con los archivos


## Lo que se dibuja de una llamada

plot-bit-rate = Tasa de bits
plot-round-trip-time = Ida y vuelta
plot-jitter = Fluctuación
plot-loss = Pérdidas
plot-frames = Imágenes
plot-jitter-buffer-delay = Espera en el búfer de fluctuación
plot-picture-loss-indications = Imágenes clave pedidas
measure-sent-bit-rate = enviada
measure-received-bit-rate = recibida
measure-path-round-trip-time = según las comprobaciones de conexión
measure-media-round-trip-time = según los informes del otro lado
measure-jitter = aquí
measure-remote-jitter = en el otro lado
measure-loss = en el camino hacia aquí
measure-remote-loss = en el camino hacia allá
measure-frames-encoded = codificadas
measure-frames-sent = enviadas
measure-frames-received = recibidas
measure-frames-decoded = descodificadas
measure-jitter-buffer-delay = por imagen
measure-plis-received = por el otro lado
measure-plis-sent = por este lado

## Las estadísticas del W3C (getStats) y lo que significan

w3c-transport = El camino cifrado
w3c-transport-iceState = Estado de la búsqueda de un camino al otro lado
w3c-transport-iceRole = Si este lado decide el camino (controlling) o lo sigue (controlled)
w3c-transport-dtlsState = Estado de la negociación del cifrado
w3c-transport-dtlsRole = Si este lado empezó la negociación (client) o respondió (server)
w3c-transport-tlsVersion = Versión de DTLS: FEFD es la 1.2, FEFC es la 1.3
w3c-transport-dtlsCipher = Con qué cifra la negociación
w3c-transport-srtpCipher = Con qué se cifra el vídeo
w3c-candidate-pair = El par de direcciones en uso
w3c-candidate-pair-nominated = Si el lado que decide se ha quedado con él
w3c-candidate-pair-currentRoundTripTime = Ida y vuelta de la última comprobación, en segundos
w3c-candidate-pair-requestsSent = Comprobaciones de conexión enviadas
w3c-candidate-pair-requestsReceived = Comprobaciones de conexión recibidas
w3c-candidate-pair-responsesSent = Respuestas a comprobaciones enviadas
w3c-candidate-pair-responsesReceived = Respuestas a comprobaciones recibidas
w3c-candidate-pair-consentRequestsSent = Comprobaciones enviadas que preguntan si el otro lado aún quiere recibir
w3c-local-candidate = La dirección de este lado en ese par
w3c-local-candidate-address = La dirección
w3c-local-candidate-port = El puerto
w3c-local-candidate-protocol = El protocolo de transporte
w3c-local-candidate-candidateType = host: de este equipo; srflx y prflx: como se ve desde fuera; relay: de un repetidor
w3c-remote-candidate = La dirección del otro lado en ese par
w3c-remote-candidate-address = La dirección
w3c-remote-candidate-port = El puerto
w3c-remote-candidate-protocol = El protocolo de transporte
w3c-remote-candidate-candidateType = host: de aquel equipo; srflx y prflx: como se ve desde fuera; relay: de un repetidor
w3c-outbound-rtp = El vídeo enviado
w3c-outbound-rtp-kind = El tipo de medio
w3c-outbound-rtp-ssrc = El número que marca los paquetes del flujo
w3c-outbound-rtp-packetsSent = Paquetes enviados, con los repetidos
w3c-outbound-rtp-bytesSent = Bytes de su contenido
w3c-outbound-rtp-retransmittedPacketsSent = Paquetes enviados otra vez porque se perdieron
w3c-outbound-rtp-retransmittedBytesSent = Bytes de su contenido
w3c-outbound-rtp-framesEncoded = Imágenes codificadas
w3c-outbound-rtp-keyFramesEncoded = Imágenes clave entre ellas: las que no necesitan otra
w3c-outbound-rtp-framesSent = Imágenes enviadas enteras
w3c-outbound-rtp-pliCount = Cuántas veces el otro lado dijo que perdió una imagen y necesita una clave
w3c-outbound-rtp-firCount = Cuántas veces el otro lado exigió una imagen clave
w3c-outbound-rtp-nackCount = Cuántas veces el otro lado nombró paquetes perdidos
w3c-outbound-rtp-frameWidth = Anchura de las imágenes, en muestras
w3c-outbound-rtp-frameHeight = Altura de las imágenes, en muestras
w3c-remote-inbound-rtp = Lo que el otro lado dice del vídeo enviado
w3c-remote-inbound-rtp-packetsLost = Paquetes que perdió en total
w3c-remote-inbound-rtp-fractionLost = La parte perdida entre sus dos últimos informes: de 0 a 1
w3c-remote-inbound-rtp-jitter = Con cuánta irregularidad llegan allí los paquetes, en segundos
w3c-remote-inbound-rtp-roundTripTime = Ida y vuelta de su último informe, en segundos
w3c-inbound-rtp = El vídeo recibido
w3c-inbound-rtp-kind = El tipo de medio
w3c-inbound-rtp-ssrc = El número que marca los paquetes del flujo
w3c-inbound-rtp-packetsReceived = Paquetes recibidos, con los repetidos
w3c-inbound-rtp-bytesReceived = Bytes de su contenido
w3c-inbound-rtp-retransmittedPacketsReceived = Paquetes que llegaron repetidos
w3c-inbound-rtp-retransmittedBytesReceived = Bytes de su contenido
w3c-inbound-rtp-packetsLost = Paquetes perdidos en total
w3c-inbound-rtp-jitter = Con cuánta irregularidad llegan aquí los paquetes, en segundos
w3c-inbound-rtp-framesReceived = Imágenes que llegaron enteras
w3c-inbound-rtp-framesDecoded = Imágenes descodificadas
w3c-inbound-rtp-keyFramesDecoded = Imágenes clave entre ellas: las que no necesitan otra
w3c-inbound-rtp-pliCount = Cuántas veces este lado dijo que perdió una imagen y necesita una clave
w3c-inbound-rtp-firCount = Cuántas veces este lado exigió una imagen clave
w3c-inbound-rtp-nackCount = Cuántas veces este lado nombró paquetes perdidos
w3c-inbound-rtp-frameWidth = Anchura de la última imagen, en muestras
w3c-inbound-rtp-frameHeight = Altura de la última imagen, en muestras
w3c-inbound-rtp-freezeCount = Cuántas veces se detuvo la imagen
w3c-inbound-rtp-totalFreezesDuration = Durante cuánto tiempo en total, en segundos
w3c-inbound-rtp-jitterBufferDelay = Tiempo que las imágenes esperaron todos sus paquetes, en suma, en segundos
w3c-inbound-rtp-jitterBufferEmittedCount = Imágenes que salieron de esa espera

## Lo que se dice de paso

notice-first-certificate = Primera conexión con { $server }. Su certificado queda guardado y desde ahora no se acepta ningún otro. SHA-256: { $fingerprint }
notice-server-back = Ha vuelto la conexión con el servidor.
notice-no-server = No hay conexión con el servidor, así que ahora no se puede llamar a nadie.
notice-client-ended = La parte de red del programa ha terminado. Vuelve a iniciar el programa.
notice-taken-over = Has iniciado sesión en otro sitio, así que se cerró la sesión de esta ventana.
notice-server-stopping = El servidor se está deteniendo.
notice-session-over = Tu sesión ha terminado. Inicia sesión de nuevo.
notice-server-fault = El servidor no sigue el protocolo. El registro tiene los detalles.
notice-local-server = { $reason }
notice-refused = { $reason }
notice-rejected = { $user } ha rechazado la llamada.
notice-not-accepted = La llamada con { $user } no fue aceptada. { $reason }
notice-missed-call = Tienes una llamada perdida de { $user }.
notice-call-over = La llamada con { $user } ha terminado después de { $time }. { $reason }
notice-call-detached = Se perdió la conexión con el servidor. La llamada sigue sin él.
notice-call-rejoined = El servidor vuelve a saber de la llamada.
notice-video-ended = { $user } ha terminado su vídeo.
notice-source-lost = { $reason } La llamada sigue sin tu imagen.
notice-source-back = Tu imagen se envía de nuevo.
notice-peer-key-changed = La clave de { $user } ha cambiado. Compara el número de seguridad.
notice-recording-fault = La grabación de la llamada ha terminado antes de tiempo. La llamada sigue.
notice-copied = { $copied ->
        [invitation] El enlace de la invitación está en el portapapeles.
        [statistics] Las estadísticas están en el portapapeles.
        [safety-number] El número de seguridad está en el portapapeles.
       *[log] Las líneas del registro están en el portapapeles.
    }
notice-password-changed = Tu contraseña ha cambiado.
notice-account-deleted = Tu cuenta está eliminada.
notice-invitation-made = La invitación vale durante { $time }.
notice-report-saved = El informe está en { $path }.
notice-report-not-saved = No se pudo escribir el informe.
notice-report-not-saved-at = No se pudo escribir el informe en { $path }.
notice-not-kept = { $kept ->
        [settings] Los ajustes no se pueden guardar en su archivo. Se pierden al cerrar la ventana.
        [session] La sesión no se puede guardar en su archivo. La próxima vez habrá que iniciar sesión de nuevo.
        [certificates] Los certificados de los servidores no se pueden guardar en su archivo. El próximo inicio no los conocerá.
        [peers] Las claves de las personas no se pueden guardar en su archivo. El próximo inicio no las conocerá.
       *[own-certificate] El certificado de esta instalación no se puede guardar en su archivo. El próximo inicio tendrá otro, y a las personas a las que llames se les mostrará el cambio.
    }
notice-not-read = No se puede leer { $path }, así que no se sabe nada de ello. El registro tiene el motivo.
notice-settings-set-aside = Los ajustes no se pudieron leer y se apartaron como { $path }. Todo queda como al principio.
notice-settings-wrong = Algunos ajustes tienen valores imposibles y quedan como al principio: { $names }.
notice-identity-open = Otras personas podían leer la clave por la que se conoce esta instalación, en { $path }. Ahora solo puedes leerla tú. Si otras personas usan este ordenador, borra el archivo: el próximo inicio crea otra, y a quienes llames se les muestra el cambio.
notice-session-open = Otras personas podían leer la sesión guardada en { $path }, así que no se usa. Inicia sesión de nuevo.

## Lo que lo impide

problem-server-missing = Escribe un servidor.
problem-server-unreadable = Escribe la dirección como «host» o «host:puerto».
problem-certificate-changed = El servidor tiene otro certificado que antes.
problem-user-missing = Escribe tu nombre de usuario.
problem-user-invalid = Los nombres de usuario tienen letras, cifras, «-», «_» y «.», sin espacios.
problem-password-missing = Escribe tu contraseña.
problem-password-too-short = La contraseña necesita al menos { $least ->
        [one] un carácter
       *[other] { $least } caracteres
    }.
problem-password-too-long = La contraseña es demasiado larga.
problem-passwords-differ = Las dos contraseñas no son iguales.
problem-invitation-unreadable = Esto no es ni el enlace ni el código de una invitación.
problem-guest-name-missing = Escribe el nombre con el que quieres aparecer.
problem-guest-name-too-long = El nombre es demasiado largo.
problem-session-over = La sesión ha terminado. Escribe tu contraseña de nuevo.

loss-name-unknown = No se conoce el nombre del servidor. Comprueba cómo está escrito y si este equipo tiene red.
loss-refused = No hay ningún servidor en esta dirección. Comprueba la dirección, el puerto y si el servidor está en marcha.
loss-silent = El servidor no responde. Puede estar apagado, o hay un cortafuegos en medio.
loss-no-network = Ninguna red lleva al servidor. Comprueba la red de este equipo.
loss-closed-by-server = El servidor ha cerrado la conexión.
loss-not-tls = Lo que hay en esta dirección no habla TLS. Comprueba el puerto.
loss-tls-failed = No se pudo acordar una conexión cifrada con el servidor.
loss-broken = La conexión con el servidor ha fallado. El registro tiene los detalles.

local-storage = El servidor de este equipo no puede guardar sus cuentas: no hay carpeta donde escribir.
local-network = El servidor de este equipo no puede recibir conexiones.
local-echo = No se pudo iniciar el contacto que responde.
local-ended = El servidor de este equipo ha terminado. Inténtalo de nuevo.

source-not-built = Esta versión no tiene cámaras. Comparte la pantalla o envía la carta de ajuste.
source-no-camera = No hay cámara. Conecta una o elige otra cosa para enviar.
source-camera-away = La cámara elegida no está conectada. Elige otra.
source-no-format = La cámara no tiene ningún formato de imagen que se pueda leer. Elige otra.
source-cannot-open = No se puede abrir la cámara. Quizá la usa otro programa.
source-camera-lost = La cámara ha fallado o se desconectó.
source-camera-silent = La cámara no da imágenes. Desconéctala y vuelve a conectarla.
source-no-screen = No se puede compartir la pantalla: no hay pantalla X11.
source-wayland = Con Wayland no se puede compartir la pantalla. Con una sesión X11, sí.
source-window-gone = La ventana compartida está cerrada.
source-encoder = Las imágenes no se pueden codificar.
source-other = Las imágenes han terminado. El registro tiene los detalles.

ending-here = Colgaste tú.
ending-there = Colgó el otro lado.
ending-cancelled = Quien llamaba desistió.
ending-no-answer = Nadie respondió.
ending-logged-out = El otro lado ha cerrado la sesión.
ending-connection-lost = El otro lado ha perdido su conexión con el servidor.
ending-gone = El otro lado ya no responde.
ending-no-way = No se encontró ningún camino al otro lado. El diagnóstico de la llamada dice lo que se intentó.
ending-wrong-fingerprint = El certificado del otro lado no es el anunciado. Puede haber alguien en medio, así que no se envió nada.
ending-handshake = No se pudo acordar el cifrado.
ending-nothing-in-common = Los dos lados no tienen ningún formato de vídeo en común.
ending-description = La oferta o la respuesta del otro lado no se puede usar.

refused-malformed = El servidor no pudo leer lo enviado. Quizá las dos versiones no encajan.
refused-unknown-type = El servidor no conoce esta petición. Quizá es más antiguo que este programa.
refused-not-a-request = El servidor no admite esta petición.
refused-not-logged-in = Primero inicia sesión.
refused-already-logged-in = Ya has iniciado sesión.
refused-logged-in-elsewhere = Tienes la sesión iniciada en otra conexión.
refused-wrong-credentials = El nombre de usuario o la contraseña no es correcto.
refused-user-name-taken = Este nombre de usuario está ocupado. Elige otro.
refused-user-name-invalid = Los nombres de usuario tienen letras, cifras, «-», «_» y «.», sin espacios.
refused-password-invalid = La contraseña es demasiado corta o demasiado larga.
refused-unknown-user = No existe esa persona en el servidor.
refused-user-offline = Esta persona no tiene la sesión iniciada.
refused-user-busy = Esta persona está en otra llamada.
refused-self-call = No puedes llamarte a ti.
refused-in-call = Ya estás en una llamada.
refused-no-call = Esta llamada ya no existe.
refused-too-long = Lo que necesita la llamada es demasiado largo para el servidor.
refused-user-not-reading = El otro lado no da abasto. Inténtalo de nuevo.
refused-request-pending = La petición anterior aún está en curso.
refused-too-many-attempts = Demasiados intentos. El servidor ha cerrado la conexión.
refused-login-timeout = Iniciar la sesión tardó demasiado. Inténtalo de nuevo.
refused-overloaded = El servidor tiene demasiado trabajo. Inténtalo de nuevo en un momento.
refused-storage-failed = El servidor no puede leer o escribir sus cuentas. Avisa a quien lo administra.
refused-hello-expected = El servidor esperaba otro saludo. Quizá las dos versiones no encajan.
refused-unsupported-version = Este programa y el servidor no tienen ninguna versión en común. Actualiza uno de los dos.
refused-taken-over = Has iniciado sesión en otro sitio.
refused-try-later = Demasiadas contraseñas incorrectas. Espera un poco e inténtalo de nuevo.
refused-unknown-session = La sesión ha terminado. Inicia sesión de nuevo.
refused-session-revoked = La sesión fue revocada. Inicia sesión de nuevo.
refused-unknown-invitation = Esta invitación no existe o ha terminado. Pide otra.
refused-guest-name-invalid = Este nombre no se puede usar. Elige otro.
refused-not-for-guests = Las personas invitadas no pueden hacer esto.
refused-too-many-guests = Quien te invitó ya tiene todas las personas invitadas que se permiten.
refused-server-stopping = El servidor se está deteniendo.
refused-tls-required = El servidor exige una conexión cifrada.

## Lo que encuentra el diagnóstico

doctor-healthy = Todo lo que se intentó ha funcionado.
doctor-server = No se puede llegar al servidor. { $reason }
doctor-certificate-changed = El servidor tiene otro certificado que antes. Pregunta a quien lo administra antes de confiar en el nuevo.
doctor-no-pictures = No envías imagen. { $reason }
doctor-no-local-candidate = Este equipo no tiene ninguna dirección de red que ofrecer. Conéctalo a una red.
doctor-no-remote-candidate = El otro lado no ofreció ninguna dirección que probar. Quizá no tiene red: pide a la persona que lo compruebe.
doctor-no-pair-answered = Ningún par de direcciones respondió. Quizá un cortafuegos bloquea UDP, o las dos redes no se alcanzan. Prueba otra red, por ejemplo la de un teléfono.
doctor-only-their-checks = Las comprobaciones del otro lado llegan aquí, pero las nuestras no tienen respuesta. Lo que este equipo envía por UDP está bloqueado: comprueba su cortafuegos.
doctor-fingerprint-mismatch = El certificado del otro lado no es el anunciado. Puede haber alguien en medio, así que no se envió nada. No confíes en este servidor hasta saber por qué.
doctor-handshake-failed = No se pudo acordar el cifrado. Inténtalo de nuevo y, si sigue igual, actualiza los dos programas.
doctor-nothing-in-common = Los dos lados no tienen ningún formato de vídeo en común: este solo tiene H.264.
doctor-description-refused = La oferta o la respuesta del otro lado no se puede usar. Actualiza los dos programas.
doctor-peer-silent = Había conexión y el otro lado dejó de responder. Quizá se cayó su red o su programa: llama de nuevo.
doctor-no-picture = Hay conexión y no ha llegado ninguna imagen. Quizá el otro lado no la envía: pide a la persona que encienda la cámara.
doctor-stage-skipped = no se quiso
doctor-candidates-local = Direcciones de este lado
doctor-candidates-remote = Direcciones del otro lado
doctor-checks = { $sent ->
        [one] Se envió una comprobación
       *[other] Se enviaron { $sent } comprobaciones
    }, { $answered } con respuesta; { $received } llegaron del otro lado.

## La calidad en palabras

quality-no-way = Se perdió el camino al otro lado.
quality-freezes-count = La imagen se detuvo { $count ->
        [one] una vez
       *[other] { $count } veces
    } en los últimos segundos.
quality-few-frames = Solo { $rate ->
        [one] llega una imagen
       *[other] llegan { $rate } imágenes
    } por segundo.
quality-decoder = Este equipo es demasiado lento: { $frames ->
        [one] una imagen
       *[other] { $frames } imágenes
    } por segundo no se pueden descodificar a tiempo.

## La clave del otro lado en palabras

peer-key-unknown = Aún no se conoce la clave de { $user }.
peer-key-fleeting = { $user } es una persona invitada, cuya clave no se guarda.
peer-key-changed-confirmed = { $user } tiene otra clave que la que comparaste. Ocurre con un equipo nuevo o una instalación nueva. También ocurre cuando hay alguien en medio. Compara de nuevo el número de seguridad antes de decir nada privado.

## Atajos y opciones

shortcut-back = Cerrar el panel, salir de pantalla completa o cancelar
shortcut-share = Compartir la pantalla o dejar de hacerlo
shortcut-move-own-picture = Mover tu imagen a la esquina siguiente
shortcut-devices = Comprobar la cámara
shortcut-zoom-reset = Tamaño normal
shortcut-report = Guardar un informe
key-control = Ctrl
key-shift = Mayús
key-escape = Esc
key-enter = Intro
corner-top-left = Arriba a la izquierda
corner-top-right = Arriba a la derecha
corner-bottom-left = Abajo a la izquierda
corner-bottom-right = Abajo a la derecha
panel-account = Cuenta
panel-share = Compartir

## Las imágenes del número de seguridad

emoji-dog = perro
emoji-cat = gato
emoji-mouse = ratón
emoji-rabbit = conejo
emoji-bear = oso
emoji-panda = panda
emoji-tiger = tigre
emoji-cow = vaca
emoji-pig = cerdo
emoji-frog = rana
emoji-monkey = mono
emoji-hen = gallina
emoji-penguin = pingüino
emoji-horse = caballo
emoji-bee = abeja
emoji-snail = caracol
emoji-turtle = tortuga
emoji-octopus = pulpo
emoji-fish = pez
emoji-whale = ballena
emoji-elephant = elefante
emoji-moon = luna
emoji-star = estrella
emoji-rainbow = arcoíris
emoji-snowman = muñeco de nieve
emoji-fire = fuego
emoji-umbrella = paraguas
emoji-fir = abeto
emoji-palm = palmera
emoji-cactus = cactus
emoji-tulip = tulipán
emoji-sunflower = girasol
emoji-mushroom = seta
emoji-apple = manzana
emoji-banana = plátano
emoji-grapes = uvas
emoji-strawberry = fresa
emoji-cherries = cerezas
emoji-tomato = tomate
emoji-maize = maíz
emoji-bread = pan
emoji-pizza = pizza
emoji-cake = tarta
emoji-key = llave
emoji-bell = campana
emoji-book = libro
emoji-hammer = martillo
emoji-lamp = bombilla
emoji-alarm-clock = despertador
emoji-camera = cámara
emoji-car = coche
emoji-bicycle = bicicleta
emoji-locomotive = locomotora
emoji-rocket = cohete
emoji-sailing-boat = velero
emoji-anchor = ancla
emoji-guitar = guitarra
emoji-trumpet = trompeta
emoji-ball = pelota
emoji-crown = corona
emoji-hat = sombrero
emoji-spectacles = gafas
emoji-ghost = fantasma
emoji-balloon = globo

## Lo que las vistas añaden

guest-open = Entrar con una invitación
guest-button = Entrar como invitado
guest-invitation = Invitación
guest-invitation-hint = Enlace o código
guest-name = Nombre con el que aparecer
lobby-empty-advice = Pide a alguien que cree una cuenta en el mismo servidor, o invita a alguien: tu nombre arriba, luego «Invitar».
lobby-none-found-advice = Borra la búsqueda para ver a todas las personas.
connection-lost-short = Sin conexión con { $server }
quality-reconnecting = Reconectando
call-ending = Terminando…
safety-compare = Comparar el número de seguridad
safety-no-call = No hay ninguna llamada. El número de seguridad aparece mientras hay una.
ringing-source = Lo que envías: { $source }
device-size = { $width } × { $height }
device-formats = La cámara puede dar:
device-format = { $width } × { $height }, { $rate } por segundo
source-stop-sharing = Dejar de compartir
source-share-screen = Compartir toda la pantalla
source-list-windows = Buscar ventanas
invitation-title = Invitar
invitation-text = Quien entra con una invitación no necesita cuenta: con el enlace puede llamarte mientras dure la invitación.
invitation-make = Crear una invitación
invitation-copy = Copiar el enlace
invitation-revoke = Anularla
account-password-title = Cambiar la contraseña
account-password-now = Contraseña actual
account-password-new = Contraseña nueva
account-password-again = Contraseña nueva otra vez
account-password-change = Cambiar la contraseña
account-delete-title = Eliminar la cuenta
account-delete-text = La cuenta y sus llamadas perdidas desaparecen para siempre.
account-delete = Eliminar la cuenta…
account-delete-really = Eliminar para siempre
doctor-none = Todavía no se ha intentado ninguna llamada.
doctor-none-advice = Llama a alguien: aquí aparece lo que se intenta y su resultado.
statistics-none-advice = Aquí hay números y gráficas en cuanto hay una llamada.
log-none-advice = Elige otro nivel o borra la búsqueda.
settings-keep-login = Mantener la sesión en este equipo
settings-begin-camera = Empezar las llamadas con la cámara encendida
settings-own-picture = Mostrar mi imagen en las llamadas
ago-now = ahora mismo
ago-minutes = { $count ->
        [one] hace un minuto
       *[other] hace { $count } minutos
    }
ago-hours = { $count ->
        [one] hace una hora
       *[other] hace { $count } horas
    }
ago-days = { $count ->
        [one] hace un día
       *[other] hace { $count } días
    }
