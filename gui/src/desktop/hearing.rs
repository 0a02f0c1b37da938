//! What happens outside.

use roomrtc_core::base::Time;

use super::{Desktop, News, Notice};
use crate::client::ClientEvent;

impl Desktop {
    /// Something has happened outside.
    pub fn hear(&mut self, now: Time, news: News) {
        match news {
            News::Client(event) => self.hear_client(now, event),
            News::CallOver { end, summary } => self.call_over(now, &end, &summary),
            News::ServerNameUnknown { server } => self.name_unknown(now, &server),
            News::Cameras(cameras) => self.see_cameras(cameras),
            News::Windows(windows) => self.devices.windows = windows,
            News::CameraFormats(formats) => self.devices.formats = formats,
            News::Preview(news) => self.hear_of_preview(news),
            News::Source(news) => self.hear_of_source(now, news),
            News::FirstPicture => self.first_picture(now),
            News::LocalServer(news) => self.local_server(now, news),
            News::ReportSaved(Ok(path)) => self.post(now, Notice::ReportSaved { path }),
            News::ReportSaved(Err(path)) => self.post(now, Notice::ReportNotSaved { path }),
            News::NotKept(kept) => self.post(now, Notice::NotKept(kept)),
            News::IdentityWasOpen { path } => self.post(now, Notice::IdentityWasOpen { path }),
            News::Copied(copied) => self.post(now, Notice::Copied(copied)),
        }
    }

    fn hear_client(&mut self, now: Time, event: ClientEvent) {
        match event {
            ClientEvent::ServerConnected => self.server_connected(),
            ClientEvent::ServerLost { closure, retry } => {
                self.give_up_calling(now);
                self.server_lost(now, closure, retry);
            }
            ClientEvent::ServerCertificate(found) => self.certificate_taken(now, found),
            ClientEvent::ServerFault(_) => self.post(now, Notice::ServerFault),
            ClientEvent::Dismissed { code, .. } => self.dismissed(now, code),
            ClientEvent::Refused { request, code, .. } => self.refused(now, request, code),
            ClientEvent::Impossible(_) => self.give_up_calling(now),
            ClientEvent::Ended => self.client_ended(now),
            other => self.hear_of_login(now, other),
        }
    }

    fn hear_of_login(&mut self, now: Time, event: ClientEvent) {
        match event {
            ClientEvent::Registered => self.registered(),
            ClientEvent::LoggedIn { user } | ClientEvent::Resumed { user } => {
                self.logged_in(now, user);
            }
            ClientEvent::Session(token) => self.session_changed(token),
            ClientEvent::SessionLost => self.session_lost(now),
            ClientEvent::LoggedOut => self.signed_out(),
            ClientEvent::PasswordChanged => self.password_changed(now),
            ClientEvent::AccountDeleted => self.account_deleted(now),
            ClientEvent::Invitation { code, lifetime } => {
                self.invitation_made(now, code, lifetime);
            }
            ClientEvent::InvitationRevoked => self.invitation_revoked(),
            other => self.hear_of_ringing(now, other),
        }
    }

    fn hear_of_ringing(&mut self, now: Time, event: ClientEvent) {
        match event {
            ClientEvent::Users(users) => self.see(users),
            ClientEvent::MissedCall(missed) => self.note_missed(missed),
            ClientEvent::Ringing(user) => self.rings_there(&user),
            ClientEvent::IncomingCall { user, name } => self.incoming(now, user, name),
            ClientEvent::Rejected(user) => self.rejected(now, user),
            ClientEvent::Missed { user, end } => self.missed(now, user, &end),
            ClientEvent::CallBegan { user, role } => self.call_began(now, user, role),
            ClientEvent::Fingerprints { own, peer } => self.see_certificates(now, &own, peer),
            ClientEvent::Statistics(statistics) => self.measured(now, statistics),
            other => self.hear_of_call(now, other),
        }
    }
}
